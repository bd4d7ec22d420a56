namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>An adjustment that was answered and waits to be applied.</summary>
/// <param name="Card">The card it changes.</param>
/// <param name="Adjustment">The change.</param>
/// <param name="RequestId">The request that asked for it.</param>
/// <param name="DueAt">When it is applied.</param>
internal sealed record QueuedEffect(Card Card, Adjustment Adjustment, string RequestId, DateTimeOffset DueAt);
