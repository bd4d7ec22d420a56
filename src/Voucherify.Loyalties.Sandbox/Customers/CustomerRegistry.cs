using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>
/// The customers of the project, which both versions of the API share. The holders of v1 cards that a test added are not among them.
/// </summary>
internal sealed class CustomerRegistry(IdGenerator ids)
{
    private readonly Dictionary<string, Customer> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> _bySourceId = new(StringComparer.Ordinal);

    /// <summary>Finds a customer by id or by the caller's id.</summary>
    public Customer? Find(string? id) => FindById(id) ?? FindBySourceId(id);

    /// <summary>Finds a customer by the id that the service gave.</summary>
    public Customer? FindById(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>Finds a customer by the caller's id.</summary>
    public Customer? FindBySourceId(string? sourceId) => sourceId is null ? null : _bySourceId.GetValueOrDefault(sourceId);

    /// <summary>
    /// Finds a customer by id or by the caller's id, or adds one: the service creates unknown customers (assumed). An unknown id that
    /// looks like an id of the service is used as one (assumed).
    /// </summary>
    public Customer FindOrAdd(string? id, string? sourceId, DateTimeOffset now)
    {
        if ((Find(id) ?? Find(sourceId)) is not { } customer)
        {
            customer = new Customer(id is not null && id.StartsWith("cust_", StringComparison.Ordinal) ? id : ids.NextCustomerId(), now);
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

    /// <summary>Writes down what a customer did.</summary>
    public void Log(Customer customer, string type, string requestId, DateTimeOffset now, Action<Utf8JsonWriter> write) =>
        customer.Activities.Add(new CustomerLogEntry(ids.NextActivityId(), type, requestId, now, write));

    public void Remove(Customer customer)
    {
        _byId.Remove(customer.Id);
        if (customer.SourceId is { } sourceId)
        {
            _bySourceId.Remove(sourceId);
        }
    }
}
