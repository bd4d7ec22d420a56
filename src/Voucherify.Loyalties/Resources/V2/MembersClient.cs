using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: memberships, which an id of one of three kinds identifies.</summary>
internal sealed partial class MembersClient
{
    /// <inheritdoc />
    public Task<Membership> GetMembershipAsync(
        ProgramId programId,
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var program = IdCheck.Require(programId);
        var key = CustomerIdentificationRules.Require(customer);
        return _context.Dispatcher.SendAsync(
            V2Operations.GetMembership, () => _api.GetMembership(program, key, Query(customer)), options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<CustomerMemberships> GetCustomerMembershipsAsync(
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var key = CustomerIdentificationRules.Require(customer);
        return _context.Dispatcher.SendAsync(
            V2Operations.GetCustomerMemberships,
            () => _api.GetCustomerMemberships(key, Query(customer)),
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
