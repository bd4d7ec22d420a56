using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes tiers of campaigns and of members.</summary>
internal static class TierJson
{
    public static void Write(Utf8JsonWriter writer, Tier tier, Campaign campaign)
    {
        writer.WriteString("id", tier.Id);
        writer.WriteString("name", tier.Name);
        writer.WriteString("campaign_id", campaign.Id);
        tier.Properties.Write(writer, "metadata");
        tier.Properties.WriteObject(writer, "earning_rules");
        tier.Properties.WriteObject(writer, "rewards");
        WritePoints(writer, tier);
        writer.WriteObject("config", config => WritePoints(config, tier));
        writer.WriteInstant("created_at", tier.CreatedAt);
        writer.WriteInstant("updated_at", tier.UpdatedAt);
        writer.WriteString("object", "loyalty_tier");
    }

    /// <summary>Writes the tier of a member. Its end is not known in advance (assumed).</summary>
    public static void WriteOfMember(Utf8JsonWriter writer, Tier tier, Card card)
    {
        Write(writer, tier, card.Campaign);
        writer.WriteObject("expiration", expiration =>
        {
            expiration.WriteString("customer_id", card.HolderId);
            expiration.WriteString("campaign_id", card.Campaign.Id);
            expiration.WriteString("tier_id", tier.Id);
            expiration.WriteInstant("start_date", card.TierSince);
            expiration.WriteNull("expiration_date");
            expiration.WriteInstant("created_at", card.TierSince);
            expiration.WriteNull("updated_at");
        });
    }

    /// <summary>Writes only which tier it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, Tier tier)
    {
        writer.WriteString("id", tier.Id);
        writer.WriteString("name", tier.Name);
    }

    private static void WritePoints(Utf8JsonWriter writer, Tier tier) => writer.WriteObject("points", points =>
    {
        points.WriteNumber("from", tier.From);
        if (tier.To is { } to)
        {
            points.WriteNumber("to", to);
        }
    });
}
