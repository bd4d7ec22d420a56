namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>What one card gives in a transfer.</summary>
/// <param name="Source">The card.</param>
/// <param name="Points">How many points, more than 0.</param>
/// <param name="Reason">The caller's reason.</param>
/// <param name="SourceId">The caller's id.</param>
internal sealed record TransferItem(Card Source, long Points, string? Reason, string? SourceId);
