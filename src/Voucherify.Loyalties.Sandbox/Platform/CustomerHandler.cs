using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>Creates, finds, changes and deletes customers, and lists what they did.</summary>
internal sealed class CustomerHandler(CustomerRegistry customers)
{
    private readonly CustomerReader _reader = new(customers);

    /// <summary>Creates a customer, or updates the one that the body names (documented).</summary>
    public SandboxResponse Upsert(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        return _reader.Upsert(root, call) is { } customer
            ? ShopCustomerJson.Respond(customer)
            : NotFound(call, JsonBody.FindString(root, "id"));
    }

    public SandboxResponse Get(SandboxCall call) => Find(call) is { } customer ? ShopCustomerJson.Respond(customer) : NotFound(call);

    public SandboxResponse Update(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (Find(call) is not { } customer)
        {
            return NotFound(call);
        }

        _reader.Update(customer, root, call);
        return ShopCustomerJson.Respond(customer);
    }

    public SandboxResponse Delete(SandboxCall call)
    {
        if (Find(call) is not { } customer)
        {
            return NotFound(call);
        }

        customers.Remove(customer);
        return SandboxResponse.Empty(204);
    }

    /// <summary>Newest first by default (assumed), of one type if the request names it.</summary>
    public SandboxResponse ListActivity(SandboxCall call)
    {
        if (!CursorQuery.TryParse(call, out var query, out var problem, sortedBy: "created_at"))
        {
            return Errors.InvalidQueryParams(call, problem);
        }

        var type = call.Query("type");
        return Find(call) is { } customer
            ? query.Respond(
                customer.Activities,
                static row => row.Id,
                row => type is null || row.Type == type,
                CustomerLogJson.Write)
            : NotFound(call);
    }

    private static SandboxResponse NotFound(SandboxCall call, string? id = null) =>
        Errors.ResourceNotFound(call, "customer", id ?? call.RouteValues["customerId"]);

    private Customer? Find(SandboxCall call) => customers.Find(call.RouteValues["customerId"]);
}
