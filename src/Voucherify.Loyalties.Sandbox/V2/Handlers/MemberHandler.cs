using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates, lists, changes and deletes members.</summary>
internal sealed class MemberHandler(SandboxV2Options options, V2Locator locator, V2Store store)
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

    private readonly MemberReader _reader = new(options.MemberCreateShape);
    private readonly MemberJson _json = new(options.CodeLag);
    private readonly FilterContext _context = new(store.Calendar, options.TimeFilter);

    public SandboxResponse Create(SandboxCall call)
    {
        if (!_reader.TryReadNew(call, out var request, out var refusal)
            || !locator.TryFindProgram(call, out var program, out refusal)
            || !locator.TryFindCustomer(call, request.CustomerId, request.CustomerSourceId, out var customer, out refusal))
        {
            return refusal;
        }

        if (V2Errors.RefuseUnusable(call, program) is { } unusable)
        {
            return unusable;
        }

        if (store.Members.Find(program, customer) is not null)
        {
            return V2Errors.MemberAlreadyExists(call, request.Customer);
        }

        var member = store.Members.Add(program, customer, call.Now);
        (member.Status, member.Metadata) = (request.Status, request.Metadata);
        return _json.RespondWithCards(member, now: null);
    }

    public SandboxResponse Get(SandboxCall call) =>
        locator.TryFindMember(call, out var member, out var refusal) ? _json.RespondWithCards(member, call.Now) : refusal;

    /// <summary>Newest first, without deleted members and without cards (documented).</summary>
    public SandboxResponse List(SandboxCall call) =>
        ListQuery<Member>.TryParse(call, Schema, _context, out var query, out var refusal)
        && locator.TryFindProgram(call, out var program, out refusal)
            ? query.Respond(call, store.Cursors, store.Members.MembersOf(program), MemberJson.Write)
            : refusal!;

    public SandboxResponse Update(SandboxCall call)
    {
        if (!MemberReader.TryReadUpdate(call, out var metadata, out var refusal)
            || !locator.TryFindMember(call, out var member, out refusal))
        {
            return refusal;
        }

        (member.Metadata, member.UpdatedAt) = (MetadataMerge.Apply(member.Metadata, metadata), call.Now);
        return MemberJson.Respond(member);
    }

    /// <summary>Deletes a member, who can join again under another id. The time of the last change stays (documented).</summary>
    public SandboxResponse Delete(SandboxCall call)
    {
        if (!locator.TryFindMember(call, out var member, out var refusal))
        {
            return refusal;
        }

        member.Status = ResourceStatus.Deleted;
        return MemberJson.Respond(member);
    }

    public SandboxResponse Activate(SandboxCall call) => ChangeStatus(call, ResourceStatus.Active);

    public SandboxResponse Deactivate(SandboxCall call) => ChangeStatus(call, ResourceStatus.Inactive);

    // To the status that it has already: 400 (documented).
    private SandboxResponse ChangeStatus(SandboxCall call, string status)
    {
        if (!locator.TryFindMember(call, out var member, out var refusal))
        {
            return refusal;
        }

        if (member.Status == status)
        {
            return V2Errors.InvalidStateTransition(call, "member", member.Id, status);
        }

        (member.Status, member.UpdatedAt) = (status, call.Now);
        return MemberJson.Respond(member);
    }
}
