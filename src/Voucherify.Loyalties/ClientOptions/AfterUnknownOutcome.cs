namespace Voucherify.Loyalties;

/// <summary>What happens to a card's further calls after a call whose outcome is unknown.</summary>
public enum AfterUnknownOutcome
{
    /// <summary>They wait until a resume has settled the outcome, or the reconciliation window has passed: the order is kept.</summary>
    CloseCard,

    /// <summary>They go on after <see cref="OrderingOptions.SettleDelay"/>: the unknown call may be applied after them, and its <c>source_id</c> is no longer refused.</summary>
    Continue,
}
