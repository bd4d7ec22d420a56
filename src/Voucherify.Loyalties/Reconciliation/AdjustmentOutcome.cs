using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>How a call for an adjustment ended. Both members are null if it was cancelled, or if its outcome is unknown.</summary>
/// <param name="Result">The result of an adjustment that was applied.</param>
/// <param name="Failure">Why it was certainly not applied.</param>
internal readonly record struct AdjustmentOutcome(IWriteResult? Result, Exception? Failure)
{
    /// <summary>Whether a failure is the word of the service about the adjustment, and not about one of its callers.</summary>
    public static bool IsRefusal(Exception? failure) => failure is LoyaltyApiException or LoyaltyTransactionRejectedException;
}
