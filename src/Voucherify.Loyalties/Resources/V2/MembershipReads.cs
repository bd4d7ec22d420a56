using System.Net;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Reads memberships. The id of the customer is in the path, and its kind is in the query.</summary>
internal sealed class MembershipReads(ResourceContext context, IMembersApi api)
{
    public Task<Membership> GetAsync(
        string program,
        CustomerIdentification customer,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var key = CustomerIdentificationRules.Require(customer);
        return context.Dispatcher.SendAsync(
            V2Operations.GetMembership, () => api.GetMembership(program, key, Query(customer)), options, cancellationToken);
    }

    public Task<CustomerMemberships> GetAllAsync(
        CustomerIdentification customer,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var key = CustomerIdentificationRules.Require(customer);
        return context.Dispatcher.SendAsync(
            V2Operations.GetCustomerMemberships,
            () => api.GetCustomerMemberships(key, Query(customer)),
            options,
            cancellationToken);
    }

    /// <summary>Returns the member that a customer has become, marked as recovered; null if the customer is no member.</summary>
    public async Task<Member?> FindMemberAsync(
        string program,
        CustomerIdentification customer,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        try
        {
            var membership = await GetAsync(program, customer, options, cancellationToken).ConfigureAwait(false);
            return membership.Member is { } member ? member with { Cards = membership.Cards, Recovered = true } : null;
        }
        catch (LoyaltyApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static NamedValues Query(CustomerIdentification customer)
    {
        var values = new NamedValues();
        values.Add("identification_type", customer.Type?.Value);
        return values;
    }
}
