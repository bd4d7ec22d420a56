namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>Another call with the id of an operation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="After">How long after the first call it is made.</param>
/// <param name="Timeout">How long its caller waits.</param>
/// <param name="CancelAfter">When its caller cancels; null for never.</param>
internal sealed record PlannedClick(ClickKind Kind, TimeSpan After, TimeSpan Timeout, TimeSpan? CancelAfter);
