using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes orders.</summary>
internal static class OrderJson
{
    public static void Write(Utf8JsonWriter writer, Order order)
    {
        WriteReference(writer, order);
        writer.WriteString("status", "PAID");
        writer.WriteNumber("amount", order.Amount.Gross);
        writer.WriteNumber("discount_amount", order.Amount.Discount);
        writer.WriteNumber("total_amount", order.Amount.Net);
        writer.WriteString("object", "order");
    }

    /// <summary>Writes only which order it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, Order order)
    {
        writer.WriteString("id", order.Id);
        writer.WriteString("source_id", order.SourceId);
    }
}
