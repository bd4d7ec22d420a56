using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates, finds, changes and deletes members.</summary>
internal sealed class MemberHandler(SandboxV2Options options, V2Locator locator, MemberEnrollment enrollment)
{
    private readonly MemberReader _reader = new(options.MemberCreateShape);
    private readonly MemberJson _json = new(options.CodeLag);

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

        if (enrollment.IsMember(program, customer))
        {
            return V2Errors.MemberAlreadyExists(call, request.Customer);
        }

        return _json.RespondWithCards(enrollment.Add(program, customer, request, call.Id, call.Now), now: null);
    }

    public SandboxResponse Get(SandboxCall call) =>
        locator.TryFindMember(call, out var member, out var refusal) ? _json.RespondWithCards(member, call.Now) : refusal;

    public SandboxResponse Update(SandboxCall call)
    {
        if (!MemberReader.TryReadUpdate(call, out var metadata, out var refusal)
            || !locator.TryFindMember(call, out var member, out refusal))
        {
            return refusal;
        }

        (member.Metadata, member.UpdatedAt) = (MetadataMerge.Apply(member.Metadata, metadata), call.Now);
        enrollment.Members.Note(member, "updated", call);
        return MemberJson.Respond(member);
    }

    /// <summary>Deletes a member, who can join again under another id (documented).</summary>
    public SandboxResponse Delete(SandboxCall call)
    {
        if (!locator.TryFindMember(call, out var member, out var refusal))
        {
            return refusal;
        }

        enrollment.Members.Delete(member, call);
        return MemberJson.Respond(member);
    }
}
