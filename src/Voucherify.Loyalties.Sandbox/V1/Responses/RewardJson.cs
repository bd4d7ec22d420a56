using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes rewards and their assignments. Every reward of the sandbox is <c>MATERIAL</c>, and its stock is unlimited.</summary>
internal static class RewardJson
{
    public static void Write(Utf8JsonWriter writer, StoredReward reward)
    {
        WriteRedeemed(writer, reward);
        writer.WriteNull("stock");
        writer.WriteNull("redeemed");
        writer.WriteEmptyObject("attributes");
    }

    /// <summary>Writes what a redemption says about its reward.</summary>
    public static void WriteRedeemed(Utf8JsonWriter writer, StoredReward reward)
    {
        writer.WriteString("id", reward.Id);
        writer.WriteString("name", reward.Name);
        writer.WriteEmptyObject("metadata");
        writer.WriteString("type", "MATERIAL");
        writer.WriteObject("parameters", parameters => parameters.WriteObject("product", product =>
        {
            product.WriteString("id", ProductIdOf(reward));
            product.WriteNull("sku_id");
        }));
        writer.WriteInstant("created_at", reward.CreatedAt);
        writer.WriteNull("updated_at");
        writer.WriteString("object", "reward");
    }

    /// <summary>Returns the id of the product behind a reward.</summary>
    public static string ProductIdOf(StoredReward reward) => $"prod_{reward.Id}";

    /// <summary>Writes the product behind a reward. It has the name of the reward and costs nothing.</summary>
    public static void WriteProduct(Utf8JsonWriter writer, StoredReward reward)
    {
        WriteOrderedProduct(writer, reward);
        writer.WriteEmptyArray("attributes");
        writer.WriteInstant("created_at", reward.CreatedAt);
        writer.WriteNull("updated_at");
        writer.WriteNull("image_url");
        writer.WriteString("object", "product");
    }

    /// <summary>Writes what an item of an order says about the product.</summary>
    public static void WriteOrderedProduct(Utf8JsonWriter writer, StoredReward reward)
    {
        writer.WriteString("id", ProductIdOf(reward));
        writer.WriteNull("source_id");
        writer.WriteString("name", reward.Name);
        writer.WriteNumber("price", 0);
        writer.WriteEmptyObject("metadata");
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
