using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Makes customers members of programs.</summary>
internal sealed class MemberEnrollment(V2Store store)
{
    public MemberRegistry Members => store.Members;

    public bool IsMember(LoyaltyProgram program, Customer customer) => store.Members.Find(program, customer) is not null;

    public Member Add(LoyaltyProgram program, Customer customer, MemberRequest request, string? requestId, DateTimeOffset now)
    {
        var member = store.Members.Add(program, customer, requestId, now);
        (member.Status, member.Metadata) = (request.Status, request.Metadata);
        return member;
    }

    /// <summary>Adds the customer whom an entry of a batch names, or says why not. The words are assumed.</summary>
    public Member? TryAdd(LoyaltyProgram program, MemberRequest request, DateTimeOffset now, out string? error)
    {
        var customer = request.CustomerId is { } id
            ? store.Customers.FindById(id)
            : store.Customers.FindBySourceId(request.CustomerSourceId);
        error = customer is null ? "not_found" : IsMember(program, customer) ? "member_already_exists" : null;
        return error is null ? Add(program, customer!, request, requestId: null, now) : null;
    }
}
