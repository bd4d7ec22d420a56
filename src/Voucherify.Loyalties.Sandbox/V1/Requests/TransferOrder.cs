namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>One element in the body of a transfer.</summary>
/// <param name="Code">The code of the card that gives points.</param>
/// <param name="Points">How many points, more than 0.</param>
/// <param name="Reason">The caller's reason.</param>
/// <param name="SourceId">The caller's id.</param>
internal sealed record TransferOrder(string Code, long Points, string? Reason, string? SourceId);
