using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the members of a program, without those who left it and without cards (documented).</summary>
internal sealed class MemberListHandler(V2Locator locator, V2Store store, ListResponder lists)
{
    private static readonly ListSchema<Member> Schema = new("lcrsmbr_", "-created_at")
    {
        Id = static member => member.Id,
        Orders = new Dictionary<string, Func<Member, IComparable>>(StringComparer.Ordinal)
        {
            ["created_at"] = static member => member.CreatedAt,
            ["status"] = static member => member.Status,
            ["customer_id"] = static member => member.Customer.Id,
        },
        Filters = new Dictionary<string, FilterField<Member>>(StringComparer.Ordinal)
        {
            ["id"] = FilterFields.Id<Member>("lmbr_", static member => member.Id),
            ["status"] = FilterFields.OneOf<Member>(static member => member.Status, ResourceStatus.Active, ResourceStatus.Inactive),
            ["customer_id"] = FilterFields.OneOf<Member>(static member => member.Customer.Id),
            ["created_at"] = FilterFields.Time<Member>(static member => member.CreatedAt),
        },
    };

    public SandboxResponse List(SandboxCall call) =>
        lists.Respond<LoyaltyProgram, Member>(call, Schema, locator.TryFindProgram, store.Members.MembersOf, MemberJson.Write);
}
