using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources;

/// <summary>Checks the customers of requests before anything is sent: one without an id would become a new customer.</summary>
internal static class CustomerRules
{
    /// <summary>Accepts a customer with an id.</summary>
    /// <exception cref="ArgumentException">The customer has neither an id nor a source id, or an id of something else.</exception>
    public static void RequireId(CustomerInput? customer, [CallerArgumentExpression(nameof(customer))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(customer, name);
        RequireId(customer.Id, customer.SourceId, "A customer", name);
    }

    /// <summary>Accepts no customer, or one with an id.</summary>
    /// <exception cref="ArgumentException">The customer has neither an id nor a source id, or an id of something else.</exception>
    public static void AllowWithId(CustomerInput? customer, [CallerArgumentExpression(nameof(customer))] string? name = null)
    {
        if (customer is not null)
        {
            RequireId(customer, name);
        }
    }

    /// <summary>Accepts the ids of a customer or an order: the service creates what no id names.</summary>
    /// <exception cref="ArgumentException">There is no id, or the id of something else.</exception>
    public static void RequireId<TId>(TId? id, string? sourceId, string subject, string? name)
        where TId : struct, Ids.IStringId<TId>
    {
        if (id is { } known)
        {
            IdCheck.Require(known, name);
        }
        else if (string.IsNullOrWhiteSpace(sourceId))
        {
            throw new ArgumentException($"{subject} needs an Id or a SourceId. Without one, a repeat would create another.", name);
        }
    }
}
