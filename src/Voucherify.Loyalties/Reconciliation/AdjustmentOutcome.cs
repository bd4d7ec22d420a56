using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>How a call for an adjustment ended. Both members are null if it was cancelled, or if its outcome is unknown.</summary>
/// <param name="Result">The result of an adjustment that was applied.</param>
/// <param name="Failure">Why it was certainly not applied.</param>
internal readonly record struct AdjustmentOutcome(BalanceResult? Result, Exception? Failure);
