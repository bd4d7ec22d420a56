using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>An entry of pending points (E).</summary>
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
        writer.WriteStartObject("details");
        writer.WriteStartObject("order");
        writer.WriteString("id", entry.OrderId);
        if (entry.Order is { } order)
        {
            writer.WriteString("source_id", order.SourceId);
        }

        writer.WriteEndObject();
        if (entry.Rule is { } rule)
        {
            writer.WriteObject("earning_rule", inner =>
            {
                inner.WriteString("id", rule.Id);
                inner.WriteObject("source", source => source.WriteString("banner", rule.Banner));
            });
        }

        writer.WriteStartObject("event");
        writer.WriteString("type", "customer.order.paid");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteInstant("created_at", entry.CreatedAt);
        if (entry.UpdatedAt is { } updatedAt)
        {
            writer.WriteInstant("updated_at", updatedAt);
        }
    }
}
