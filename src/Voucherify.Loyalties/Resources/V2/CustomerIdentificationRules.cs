using System.Runtime.CompilerServices;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Checks how a customer is identified, before anything is sent.</summary>
internal static class CustomerIdentificationRules
{
    /// <summary>Returns the id that identifies the customer.</summary>
    /// <exception cref="ArgumentException">
    /// The identification does not have exactly the id that its type names, or the id is empty or the id of something else.
    /// </exception>
    public static string Require(
        CustomerIdentification? customer,
        [CallerArgumentExpression(nameof(customer))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(customer, name);
        var type = customer.Type?.Value;
        RequireOnly(customer.CustomerId is not null, type == CustomerIdentificationType.CustomerId, name);
        RequireOnly(customer.CustomerSourceId is not null, type == CustomerIdentificationType.CustomerSourceId, name);
        RequireOnly(customer.MemberId is not null, type == CustomerIdentificationType.MemberId, name);
        return type switch
        {
            CustomerIdentificationType.CustomerId => IdCheck.Require(customer.CustomerId!.Value, name),
            CustomerIdentificationType.MemberId => IdCheck.Require(customer.MemberId!.Value, name),
            CustomerIdentificationType.CustomerSourceId => Source(customer.CustomerSourceId!, name),
            _ => throw new ArgumentException($"A customer cannot be identified by '{type}'.", name),
        };
    }

    /// <summary>Checks the customer of a new member, who has no membership yet.</summary>
    /// <exception cref="ArgumentException">The identification is invalid, or names a membership.</exception>
    public static void RequireForNewMember(
        CustomerIdentification? customer,
        [CallerArgumentExpression(nameof(customer))] string? name = null)
    {
        Require(customer, name);
        if (customer!.MemberId is not null)
        {
            throw new ArgumentException(
                "A new member cannot be identified by a membership. Use ByCustomer or BySource.",
                name);
        }
    }

    private static void RequireOnly(bool isSet, bool isNamed, string? name)
    {
        if (isSet != isNamed)
        {
            throw new ArgumentException("Exactly the id that the type names must be set. Use ByCustomer, BySource or ByMember.", name);
        }
    }

    private static string Source(string sourceId, string? name)
    {
        Validate.PathSegment(sourceId, name);
        return sourceId;
    }
}
