using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>Finds, creates and updates the customers whom requests describe.</summary>
internal sealed class CustomerReader(CustomerRegistry customers)
{
    /// <summary>
    /// Finds the customer whom an object names by <c>id</c> or <c>source_id</c>, or creates one, and takes over what the object says. Null
    /// if it names an unknown <c>id</c>.
    /// </summary>
    public Customer? Upsert(JsonElement json, SandboxCall call)
    {
        var (id, sourceId) = (JsonBody.FindString(json, "id"), JsonBody.FindString(json, "source_id"));
        if (id is not null && customers.FindById(id) is null)
        {
            return null;
        }

        var isKnown = customers.Find(id ?? sourceId) is not null;
        var customer = customers.FindOrAdd(id, sourceId, call.Now);
        if (!isKnown)
        {
            customer.Profile.Merge(json);
            Log(customer, "customer.created", call);
        }
        else if (json.EnumerateObject().Any(static property => Customer.Known.Contains(property.Name)))
        {
            Update(customer, json, call);
        }

        return customer;
    }

    /// <summary>Takes over what an object says about a customer. What it does not say stays (documented).</summary>
    public void Update(Customer customer, JsonElement json, SandboxCall call)
    {
        var metadata = MetadataMerge.Apply(customer.Profile.FindObject("metadata"), FindMetadata(json));
        customer.Profile.Merge(json);
        if (metadata is { } merged)
        {
            customer.Profile.Set("metadata", merged);
        }

        customer.UpdatedAt = call.Now;
        Log(customer, "customer.updated", call);
    }

    private static JsonElement? FindMetadata(JsonElement json) =>
        JsonBody.TryFindObject(json, "metadata", out var metadata) ? metadata : null;

    private void Log(Customer customer, string type, SandboxCall call) => customers.Log(
        customer, type, call.Id, call.Now, writer => writer.WriteObject("customer", inner => ShopCustomerJson.Write(inner, customer)));
}
