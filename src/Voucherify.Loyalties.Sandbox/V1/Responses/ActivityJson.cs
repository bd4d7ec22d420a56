using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>
/// Writes activities, each with the payload of its type (documented). Balances are those of the moment. The cards, customers and campaigns
/// inside are as they are now (assumed).
/// </summary>
internal static class ActivityJson
{
    public static void Write(Utf8JsonWriter writer, ActivityEntry entry, Customer? customer)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteString("type", entry.Type);
        writer.WriteObject("data", data =>
        {
            data.WriteObject("data", payload => WritePayload(payload, entry, customer));
            data.WriteObject("event_source", source => WriteSource(source, entry));
        });
        writer.WriteInstant("created_at", entry.CreatedAt);

        // The request that caused it (documented). Absent if time did (assumed).
        if (entry.RequestId is { } request)
        {
            writer.WriteString("group_id", request);
        }
    }

    private static void WriteSource(Utf8JsonWriter writer, ActivityEntry entry)
    {
        writer.WriteString("channel", entry.RequestId is null ? "INTERNAL" : "API");
        if (entry.RequestId is not null)
        {
            writer.WriteObject("api_key", static key => key.WriteString("name", "Sandbox"));
        }
    }

    private static void WritePayload(Utf8JsonWriter writer, ActivityEntry entry, Customer? customer)
    {
        writer.WriteObject("customer", inner => WriteCustomer(inner, entry.Card, customer));
        writer.WriteObject("campaign", inner => CampaignJson.WriteSummary(inner, entry.Card.Campaign, entry.CreatedAt));
        if (entry.IsTierChange)
        {
            WriteTiers(writer, entry);
        }
        else
        {
            writer.WriteObject("voucher", inner => MemberJson.WriteSummary(inner, entry.Card));
        }

        if (entry.Transaction is { } transaction)
        {
            TransactionActivityJson.Write(writer, entry.Type, transaction);
        }

        if (entry.Pending is { } pending)
        {
            PendingActivityJson.Write(writer, entry, pending);
        }

        if (entry.Type is ActivityType.Published)
        {
            writer.WriteObject("publication", publication => WritePublication(publication, entry));
        }
    }

    private static void WriteCustomer(Utf8JsonWriter writer, Card card, Customer? customer)
    {
        writer.WriteString("id", card.HolderId);
        writer.WriteString("source_id", customer?.SourceId);
        writer.WriteString("name", customer?.Name);
        writer.WriteString("email", customer?.Email);
        writer.WriteString("object", "customer");
    }

    private static void WriteTiers(Utf8JsonWriter writer, ActivityEntry entry)
    {
        var hasBoth = entry.TierBefore is not null && entry.TierAfter is not null;
        WriteTier(hasBoth ? "loyalty_tier_from" : "loyalty_tier", entry.TierBefore);
        WriteTier(hasBoth ? "loyalty_tier_to" : "loyalty_tier", entry.TierAfter);
        writer.WriteInstant("created_at", entry.CreatedAt);

        void WriteTier(string name, Tier? tier)
        {
            if (tier is not null)
            {
                writer.WriteObject(name, inner => TierJson.Write(inner, tier, entry.Card.Campaign));
            }
        }
    }

    private static void WritePublication(Utf8JsonWriter writer, ActivityEntry entry)
    {
        writer.WriteString("customer_id", entry.Card.HolderId);
        writer.WriteInstant("created_at", entry.CreatedAt);
        writer.WriteString("result", "SUCCESS");
        writer.WriteString("channel", "API");
        writer.WriteObject("voucher", voucher =>
        {
            voucher.WriteString("code", entry.Card.Code);
            voucher.WriteString("campaign", entry.Card.Campaign.Name);
            voucher.WriteString("object", "voucher");
        });
        writer.WriteString("object", "publication");
    }
}
