namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>An adjustment of a card's balance, as requested.</summary>
/// <param name="Points">The points: added if positive, removed if negative.</param>
/// <param name="Expiration">When added points expire.</param>
/// <param name="SourceId">The caller's id of the adjustment.</param>
/// <param name="Reason">The caller's reason.</param>
internal sealed record Adjustment(long Points, Expiration Expiration, string? SourceId, string? Reason);
