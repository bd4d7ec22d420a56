namespace Voucherify.Loyalties;

/// <summary>What happens to the next calls for a card after a call whose outcome is unknown.</summary>
public enum AfterUnknownOutcome
{
    /// <summary>They wait until a resume has settled the outcome or the reconciliation window has passed. The order is kept.</summary>
    CloseCard,

    /// <summary>
    /// They continue after <see cref="OrderingOptions.SettleDelay"/>. The unknown call may be applied after them, and another call with its
    /// <c>source_id</c> is no longer refused.
    /// </summary>
    Continue,
}
