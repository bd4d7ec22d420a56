using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>A member of a program of v2, with the cards as they are now.</summary>
internal sealed record ControlMember(
    string Id, string ProgramId, string CustomerId, string? CustomerSourceId, IReadOnlyList<SandboxMemberCard> Cards);
