using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads who is meant by <c>customer</c>: an id of either kind as a text (E), or an object (D).</summary>
internal static class CustomerReader
{
    /// <summary>The ids, or what is wrong with them: at least one is required (D).</summary>
    public static bool TryRead(JsonElement root, out (string? Id, string? SourceId) ids, out JsonElement? about, out string? problem)
    {
        (ids, about, problem) = (default, null, null);
        if (root.TryGetProperty("customer", out var customer))
        {
            ids = customer.ValueKind switch
            {
                JsonValueKind.String => (JsonBody.Text(root, "customer"), null),
                JsonValueKind.Object => (JsonBody.Text(customer, "id"), JsonBody.Text(customer, "source_id")),
                _ => default,
            };
            about = customer.ValueKind == JsonValueKind.Object ? customer : null;
        }

        problem = string.IsNullOrEmpty(ids.Id) && string.IsNullOrEmpty(ids.SourceId) ? "Payload should have required property 'customer'" : null;
        return problem is null;
    }

    public static Customer FindOrAdd(CustomerRegistry customers, (string? Id, string? SourceId) ids, JsonElement? about)
    {
        var customer = customers.FindOrAdd(ids.Id, ids.SourceId);
        if (about is { } json)
        {
            customer.Name = JsonBody.Text(json, "name") ?? customer.Name;
            customer.Email = JsonBody.Text(json, "email") ?? customer.Email;
        }

        return customer;
    }
}
