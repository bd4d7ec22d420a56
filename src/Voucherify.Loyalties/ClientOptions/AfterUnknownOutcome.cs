namespace Voucherify.Loyalties;

/// <summary>What happens to the next calls for a card after a call whose outcome is unknown.</summary>
public enum AfterUnknownOutcome
{
    /// <summary>
    /// They wait until the outcome is known, which the client finds out in the background, or until the reconciliation window has passed;
    /// each for at most <see cref="ReconciliationOptions.OutcomeTimeout"/>. The order is kept.
    /// </summary>
    CloseCard,

    /// <summary>
    /// They continue after <see cref="OrderingOptions.SettleDelay"/>. The unknown call may be applied after them. A new adjustment with its
    /// <c>source_id</c> is still refused until the outcome is known.
    /// </summary>
    Continue,
}
