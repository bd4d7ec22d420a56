using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes the event that says that an order was paid.</summary>
internal static class OrderPaidEventJson
{
    /// <summary>Writes the event. Its category is assumed.</summary>
    public static void Write(Utf8JsonWriter writer, OrderPaidEvent paid, Card card)
    {
        WriteReference(writer, paid);
        writer.WriteString("group_id", paid.RequestId);

        // The customer who paid (documented).
        writer.WriteString("entity_id", card.HolderId);
        writer.WriteInstant("created_at", paid.CreatedAt);
        writer.WriteString("category", "ACTION");
    }

    /// <summary>Writes only which event it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, OrderPaidEvent paid)
    {
        writer.WriteString("id", paid.Id);
        writer.WriteString("type", "customer.order.paid");
    }
}
