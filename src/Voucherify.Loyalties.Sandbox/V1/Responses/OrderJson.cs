using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes orders.</summary>
internal static class OrderJson
{
    public static void Write(Utf8JsonWriter writer, Order order, Card card)
    {
        WriteReference(writer, order);
        writer.WriteString("status", "PAID");
        writer.WriteNumber("amount", order.Amount.Gross);
        writer.WriteNumber("initial_amount", order.Amount.Gross);
        writer.WriteNumber("discount_amount", order.Amount.Discount);
        writer.WriteNumber("total_discount_amount", order.Amount.Discount);
        writer.WriteNumber("total_amount", order.Amount.Net);
        writer.WriteNumber("applied_discount_amount", order.Amount.Discount);
        writer.WriteNumber("total_applied_discount_amount", order.Amount.Discount);
        writer.WriteString("customer_id", card.HolderId);
        writer.WriteNull("referrer_id");
        if (card.HolderId is { } holderId)
        {
            writer.WriteObject("customer", customer =>
            {
                customer.WriteString("id", holderId);
                customer.WriteString("object", "customer");
            });
        }

        writer.WriteEmptyObject("metadata");
        writer.WriteInstant("created_at", order.Paid.CreatedAt);
        writer.WriteNull("updated_at");
        writer.WriteString("object", "order");
    }

    /// <summary>Writes only which order it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, Order order)
    {
        writer.WriteString("id", order.Id);
        writer.WriteString("source_id", order.SourceId);
    }
}
