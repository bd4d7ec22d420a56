namespace Voucherify.Loyalties.Reconciliation;

/// <summary>How a page of transactions is read.</summary>
/// <param name="TimeLeft">The time for the call.</param>
/// <param name="Options">Per-request overrides.</param>
/// <param name="CallerToken">The caller's token.</param>
internal readonly record struct PageLimits(TimeSpan TimeLeft, RequestOptions? Options, CancellationToken CallerToken);
