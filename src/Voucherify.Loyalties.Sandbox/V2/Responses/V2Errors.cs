using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>The errors of the v2 API. Their keys and statuses are documented, their details assumed.</summary>
internal static class V2Errors
{
    /// <summary>Refuses a request for a program that cannot be used now, or returns null.</summary>
    public static SandboxResponse? RefuseUnusable(SandboxCall call, LoyaltyProgram program)
    {
        if (program.Status != ResourceStatus.Active)
        {
            return Locked(call, "non_active_program", "Program is not active", $"Program {program.Id} is not active");
        }

        return program.IsValidAt(call.Now)
            ? null
            : Locked(call, "program_outside_validity_window", "Resource locked", "Program is outside its validity window");
    }

    /// <summary>Refuses a request for a member who cannot earn or spend now, or returns null.</summary>
    public static SandboxResponse? RefuseUnusable(SandboxCall call, Member member) =>
        RefuseUnusable(call, member.Program) ?? (member.Status == ResourceStatus.Active
            ? null
            : Locked(call, "non_active_member", "Member is not active", $"Member {member.Id} is not active"));

    /// <summary>Refuses a request with a key that says it all. A missing formula is a fault of the request (documented).</summary>
    public static SandboxResponse Refuse(SandboxCall call, string key) => key == "missing_exchange_ratio_formula"
        ? Errors.Refusal(call, 400, key, "Missing exchange ratio formula", details: null)
        : Locked(call, key, "Resource locked", "The state of a resource does not allow it");

    public static SandboxResponse InsufficientCardBalance(SandboxCall call) =>
        Locked(call, "insufficient_card_balance", "Resource locked", "The card does not have enough points");

    public static SandboxResponse MemberAlreadyExists(SandboxCall call, string customer) => Errors.Refusal(
        call, 409, "member_already_exists", "Member already exists", $"Customer {customer} is already a member of this program");

    public static SandboxResponse InvalidStateTransition(SandboxCall call, string type, string id, string status, int code = 400) =>
        Errors.Refusal(call, code, "invalid_state_transition", "Invalid state transition", $"The {type} {id} is {status}");

    private static SandboxResponse Locked(SandboxCall call, string key, string message, string details) =>
        Errors.Refusal(call, 423, key, message, details);
}
