using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes pending points, as in the examples.</summary>
internal static class PendingPointsJson
{
    public static void Write(Utf8JsonWriter writer, PendingEntry entry)
    {
        writer.WriteString("id", entry.Id);
        writer.WriteString("voucher_id", entry.Card.Id);
        writer.WriteString("campaign_id", entry.Card.Campaign.Id);
        writer.WriteString("customer_id", entry.Card.HolderId);
        writer.WriteString("order_id", entry.Order.Id);
        writer.WriteNumber("points", entry.Points);
        writer.WriteDay("activates_at", entry.ActivatesOn);
        writer.WriteObject("details", details => WriteDetails(details, entry));
        writer.WriteInstant("created_at", entry.CreatedAt);
        if (entry.UpdatedAt is { } updatedAt)
        {
            writer.WriteInstant("updated_at", updatedAt);
        }
    }

    private static void WriteDetails(Utf8JsonWriter writer, PendingEntry entry)
    {
        writer.WriteObject("order", inner => OrderJson.WriteReference(inner, entry.Order));
        writer.WriteObject("earning_rule", inner => EarningRuleJson.WriteReference(inner, entry.RuleId, entry.Rule?.Banner));

        if (entry.Tier is { } tier)
        {
            WriteTiers(writer, tier, entry.Rule);
        }

        writer.WriteObject("event", inner =>
        {
            var paid = entry.Order.Paid;
            OrderPaidEventJson.Write(inner, paid, entry.Card);
            inner.WriteObject("event_source", source => EventSourceJson.Write(source, paid.AppId));
        });
    }

    // The tier of the holder, and again if it changed the points (documented).
    private static void WriteTiers(Utf8JsonWriter writer, Tier tier, StoredRule? rule)
    {
        writer.WriteObject("holder_loyalty_tier", inner => TierJson.WriteReference(inner, tier));
        if (rule is not null && tier.Maps(rule.Id))
        {
            writer.WriteObject("loyalty_tier", inner => TierJson.WriteReference(inner, tier));
        }
    }
}
