namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>One element of a transfer's body.</summary>
/// <param name="Code">The card that gives.</param>
/// <param name="Points">How many points, more than 0.</param>
/// <param name="Reason">The caller's words for it.</param>
/// <param name="SourceId">The caller's id of it.</param>
internal sealed record TransferOrder(string Code, long Points, string? Reason, string? SourceId);
