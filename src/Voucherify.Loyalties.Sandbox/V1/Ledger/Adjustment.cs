namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A change of a card's balance as a request asked for it.</summary>
/// <param name="Points">Added if positive, removed if negative.</param>
/// <param name="Expiration">When added points expire.</param>
/// <param name="SourceId">The caller's id of the change.</param>
/// <param name="Reason">The caller's words for it.</param>
internal sealed record Adjustment(long Points, Expiration Expiration, string? SourceId, string? Reason);
