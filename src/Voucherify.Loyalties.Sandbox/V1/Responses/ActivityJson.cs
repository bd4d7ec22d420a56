using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
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
            data.WriteObject("event_source", source => EventSourceJson.Write(source, entry.RequestId is null ? null : entry.AppId));
        });
        writer.WriteInstant("created_at", entry.CreatedAt);

        // The request that caused it (documented). Absent if time did (assumed).
        if (entry.RequestId is { } request)
        {
            writer.WriteString("group_id", request);
        }
    }

    private static void WritePayload(Utf8JsonWriter writer, ActivityEntry entry, Customer? customer)
    {
        writer.WriteObject("customer", inner => CustomerJson.Write(inner, entry.Card, customer));
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
            TransactionActivityJson.Write(writer, entry.Type, transaction, customer);
        }

        if (entry.Pending is { } pending)
        {
            PendingActivityJson.Write(writer, entry, pending);
        }

        if (entry.Type is ActivityType.Published)
        {
            writer.WriteObject("publication", publication => WritePublication(publication, entry, customer));
        }
    }

    // The sandbox knows nothing about the customer's statistics.
    private static void WritePublishedTo(Utf8JsonWriter writer, Card card, Customer? customer)
    {
        CustomerJson.Write(writer, card, customer);
        writer.WriteNull("summary");
        writer.WriteNull("loyalty");
        writer.WriteNull("referrals");
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

    private static void WritePublication(Utf8JsonWriter writer, ActivityEntry entry, Customer? customer)
    {
        // The id of the publication has the digits of the activity's (assumed).
        writer.WriteString("id", "pub_" + entry.Id[(entry.Id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
        writer.WriteNull("source_id");
        writer.WriteString("customer_id", entry.Card.HolderId);
        writer.WriteNull("tracking_id");
        writer.WriteEmptyObject("metadata");
        writer.WriteObject("customer", inner => WritePublishedTo(inner, entry.Card, customer));
        writer.WriteStartArray("vouchers_id");
        writer.WriteStringValue(entry.Card.Id);
        writer.WriteEndArray();
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
