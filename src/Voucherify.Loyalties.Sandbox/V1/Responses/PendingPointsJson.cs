using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

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
        writer.WriteString("order_id", entry.OrderId);
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
        writer.WriteObject("order", inner =>
        {
            inner.WriteString("id", entry.OrderId);
            if (entry.Order is { } order)
            {
                inner.WriteString("source_id", order.SourceId);
            }
        });
        if (entry.Rule is { } rule)
        {
            writer.WriteObject("earning_rule", inner => EarningRuleJson.WriteReference(inner, rule));
        }

        writer.WriteObject("event", static inner => inner.WriteString("type", "customer.order.paid"));
    }
}
