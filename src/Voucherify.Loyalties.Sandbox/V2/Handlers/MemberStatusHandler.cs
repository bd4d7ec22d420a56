using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Activates and deactivates members.</summary>
internal sealed class MemberStatusHandler(V2Locator locator, MemberEnrollment enrollment)
{
    public SandboxResponse Activate(SandboxCall call) => ChangeStatus(call, ResourceStatus.Active, "activated");

    public SandboxResponse Deactivate(SandboxCall call) => ChangeStatus(call, ResourceStatus.Inactive, "deactivated");

    // To the status that it has already: 400 (documented).
    private SandboxResponse ChangeStatus(SandboxCall call, string status, string change)
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
        enrollment.Members.Note(member, change, call);
        return MemberJson.Respond(member);
    }
}
