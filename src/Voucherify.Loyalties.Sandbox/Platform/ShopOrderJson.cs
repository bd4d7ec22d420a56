using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>Writes orders. Items are returned as they were received (assumed).</summary>
internal static class ShopOrderJson
{
    public static SandboxResponse Respond(ShopOrder order) => JsonResponse.Object(writer => Write(writer, order));

    private static void Write(Utf8JsonWriter writer, ShopOrder order)
    {
        writer.WriteString("id", order.Id);
        writer.WriteString("source_id", order.SourceId);
        writer.WriteString("status", order.Status);
        writer.WriteNumber("amount", order.Amount);
        writer.WriteNumber("initial_amount", order.InitialAmount);
        writer.WriteNumber("discount_amount", order.DiscountAmount);
        writer.WriteNumber("total_discount_amount", order.DiscountAmount);
        writer.WriteNumber("total_amount", order.TotalAmount);
        order.Properties.WritePresent(writer, "items");
        order.Properties.WriteObject(writer, "metadata");
        writer.WriteString("customer_id", order.Customer?.Id);
        order.Properties.Write(writer, "referrer_id");
        if (order.Customer is { } customer)
        {
            writer.WriteObject("customer", inner => ShopCustomerJson.WriteReference(inner, customer));
        }

        writer.WriteInstant("created_at", order.CreatedAt);
        writer.WriteInstant("updated_at", order.UpdatedAt);
        writer.WriteString("object", "order");
    }
}
