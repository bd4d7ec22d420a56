using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>The hand-written part: the methods whose signatures are hand-written.</summary>
public static partial class V2MembersClientExtensions
{
    /// <inheritdoc cref="IMembersClient.DeleteMemberAsync"/>
    public static Task<Member?> DeleteMemberAsync(
        this IMembersClient members,
        ProgramId programId,
        MemberId memberId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.DeleteMemberAsync(programId, memberId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.GetMembershipAsync"/>
    public static Task<Membership> GetMembershipAsync(
        this IMembersClient members,
        ProgramId programId,
        CustomerIdentification customer,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.GetMembershipAsync(programId, customer, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.GetCustomerMembershipsAsync"/>
    [Experimental("VLOY0002")]
    public static Task<CustomerMemberships> GetCustomerMembershipsAsync(
        this IMembersClient members,
        CustomerIdentification customer,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.GetCustomerMembershipsAsync(customer, cancellationToken: cancellationToken);
    }
}
