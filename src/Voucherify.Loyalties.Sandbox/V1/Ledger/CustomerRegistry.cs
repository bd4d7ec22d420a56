using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The customers who joined a campaign through the API. The holders of cards that a test added are not among them.</summary>
internal sealed class CustomerRegistry(IdGenerator ids)
{
    private readonly Dictionary<string, Customer> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> _bySourceId = new(StringComparer.Ordinal);

    /// <summary>Finds a customer by id or by the caller's id.</summary>
    public Customer? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id) ?? _bySourceId.GetValueOrDefault(id);

    /// <summary>
    /// Finds a customer by id or by the caller's id, or adds one: the service creates unknown customers (assumed). An unknown id that
    /// looks like an id of the service is used as one (assumed).
    /// </summary>
    public Customer FindOrAdd(string? id, string? sourceId)
    {
        if ((Find(id) ?? Find(sourceId)) is not { } customer)
        {
            customer = new Customer(id is not null && id.StartsWith("cust_", StringComparison.Ordinal) ? id : ids.NextCustomerId());
            _byId.Add(customer.Id, customer);
            sourceId ??= customer.Id == id ? null : id;
        }

        if (sourceId is not null && customer.SourceId is null)
        {
            customer.SourceId = sourceId;
            _bySourceId[sourceId] = customer;
        }

        return customer;
    }
}
