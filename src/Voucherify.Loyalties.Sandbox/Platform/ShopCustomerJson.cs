using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>Writes customers. Their summaries are left out.</summary>
internal static class ShopCustomerJson
{
    public static SandboxResponse Respond(Customer customer) => JsonResponse.Object(writer => Write(writer, customer));

    public static void Write(Utf8JsonWriter writer, Customer customer)
    {
        writer.WriteString("id", customer.Id);
        writer.WriteString("source_id", customer.SourceId);
        foreach (var name in Customer.Known.Where(static name => name is not "metadata"))
        {
            customer.Profile.Write(writer, name);
        }

        customer.Profile.WriteObject(writer, "metadata");
        writer.WriteInstant("created_at", customer.CreatedAt);
        writer.WriteInstant("updated_at", customer.UpdatedAt);
        writer.WriteString("object", "customer");
    }

    /// <summary>Writes only who it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, Customer customer)
    {
        writer.WriteString("id", customer.Id);
        writer.WriteString("source_id", customer.SourceId);
        writer.WriteString("object", "customer");
    }
}
