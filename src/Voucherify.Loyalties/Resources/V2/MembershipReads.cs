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

    private static NamedValues Query(CustomerIdentification customer)
    {
        var values = new NamedValues();
        values.Add("identification_type", customer.Type?.Value);
        return values;
    }
}
