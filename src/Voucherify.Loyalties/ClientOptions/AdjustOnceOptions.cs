using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>How a call that credits once makes sure that its <c>source_id</c> was not applied before.</summary>
public sealed record AdjustOnceOptions
{
    internal static readonly AdjustOnceOptions Default = new();

    /// <summary>
    /// How far back from the call the first lookup reads the card's transactions, at one request per 100 of them. An older
    /// <c>source_id</c> is not found, and its points count again. Default: 30 days. At most 10 years.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is zero, negative or longer than 10 years.</exception>
    public TimeSpan LookBack
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ReconciliationDefaults.LongestLookBack);
            field = value;
        }
    } = ReconciliationDefaults.LookBack;

    /// <summary>
    /// What is known of a send by another process that can no longer send, such as one that has crashed. The window counts from the
    /// <i>latest</i> moment at which it may have been sent, and the lookup goes back to the <i>earliest</i>, but never less far than
    /// <see cref="LookBack"/>. The time stored before a call is the earliest moment and never the latest: the call may have waited for
    /// <see cref="OrderingOptions.MaxQueueWait"/>, and have sent until <see cref="LoyaltyClientOptions.TotalTimeout"/>. When in doubt, use
    /// <see cref="PriorAttempt.Unknown"/>. The call then waits for the window, so that it can decide, and
    /// <see cref="ReconciliationOptions.OutcomeTimeout"/> does not apply. What this client itself has sent, it remembers. Default:
    /// <see cref="PriorAttempt.None"/>.
    /// </summary>
    public PriorAttempt Prior { get; init; } = PriorAttempt.None;

    /// <summary>Returns the options of the call.</summary>
    internal ResumeOptions ToResume() => new() { Prior = Prior, LookBack = LookBack };
}
