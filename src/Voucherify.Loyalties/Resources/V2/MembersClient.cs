using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: memberships, which an id of one of three kinds identifies, and new and deleted members.</summary>
internal sealed partial class MembersClient
{
    private MemberCreations Creations => field ??= new MemberCreations(_context, _api, Reads);

    private MembershipReads Reads => field ??= new MembershipReads(_context, _api);

    /// <inheritdoc />
    public Task<Member> CreateMemberAsync(
        ProgramId programId,
        CreateMemberRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Creations.CreateAsync(IdCheck.Require(programId), request, options, cancellationToken);

    /// <inheritdoc />
    public Task<AsyncActionRef> BatchCreateMembersAsync(
        ProgramId programId,
        IReadOnlyList<CreateMemberRequest> items,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Creations.BatchCreateAsync(IdCheck.Require(programId), items, options, cancellationToken);

    /// <inheritdoc />
    public Task<Member?> DeleteMemberAsync(
        ProgramId programId,
        MemberId memberId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new MemberDeletions(_context, _api).DeleteAsync(
            IdCheck.Require(programId), IdCheck.Require(memberId), options, cancellationToken);

    /// <inheritdoc />
    public Task<Membership> GetMembershipAsync(
        ProgramId programId,
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Reads.GetAsync(IdCheck.Require(programId), customer, options, cancellationToken);

    /// <inheritdoc />
    public Task<CustomerMemberships> GetCustomerMembershipsAsync(
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Reads.GetAllAsync(customer, options, cancellationToken);
}
