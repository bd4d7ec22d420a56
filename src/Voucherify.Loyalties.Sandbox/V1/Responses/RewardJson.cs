using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes rewards and their assignments. Every reward of the sandbox is <c>MATERIAL</c>, and its stock is unlimited.</summary>
internal static class RewardJson
{
    public static void Write(Utf8JsonWriter writer, StoredReward reward)
    {
        writer.WriteString("id", reward.Id);
        writer.WriteString("name", reward.Reward.Name);
        writer.WriteNull("stock");
        writer.WriteNull("redeemed");
        writer.WriteEmptyObject("attributes");
        writer.WriteEmptyObject("metadata");
        writer.WriteString("type", "MATERIAL");
        writer.WriteObject("parameters", parameters => parameters.WriteObject("product", product =>
        {
            product.WriteString("id", $"prod_{reward.Id}");
            product.WriteNull("sku_id");
        }));
        writer.WriteInstant("created_at", reward.CreatedAt);
        writer.WriteNull("updated_at");
        writer.WriteString("object", "reward");
    }

    public static void WriteAssignment(Utf8JsonWriter writer, StoredAssignment assignment, Campaign campaign)
    {
        writer.WriteString("id", assignment.Id);
        writer.WriteString("reward_id", assignment.Reward.Id);
        writer.WriteString("related_object_id", campaign.Id);
        writer.WriteString("related_object_type", "campaign");
        writer.WriteObject("parameters", parameters => parameters.WriteObject("loyalty", loyalty =>
        {
            loyalty.WriteNumber("points", assignment.Points);
            if (assignment.AutoRedeem is { } autoRedeem)
            {
                loyalty.WriteBoolean("auto_redeem", autoRedeem);
            }
        }));
        writer.WriteInstant("created_at", assignment.CreatedAt);
        writer.WriteInstant("updated_at", assignment.UpdatedAt);
        writer.WriteString("object", "reward_assignment");
    }

    /// <summary>Writes a reward with its assignment. The price is that of the assignment, even if a tier has another (assumed).</summary>
    public static void WriteOffer(Utf8JsonWriter writer, StoredAssignment assignment, Campaign campaign, string type)
    {
        writer.WriteObject("reward", reward => Write(reward, assignment.Reward));
        writer.WriteObject("assignment", inner => WriteAssignment(inner, assignment, campaign));
        writer.WriteString("object", type);
    }
}
