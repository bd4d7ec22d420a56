using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// How an adjustment whose outcome is unknown is looked for in the card's transactions, by its <c>source_id</c>.
/// What is found was applied. What is absent until a window has passed was not, and is sent again, with the same <c>source_id</c>.
/// </summary>
public sealed class ReconciliationOptions
{
    /// <summary>
    /// How long after sending a change can still be applied when the service itself answered with an error, in its own JSON.
    /// Default: 10 seconds. The vendor says that changes complete "a few seconds later".
    /// </summary>
    public TimeSpan ServiceErrorWindow { get; set; } = ReconciliationDefaults.ServiceErrorWindow;

    /// <summary>
    /// How long after sending a change can still be applied when nothing conclusive came back: a timeout, a broken connection,
    /// a gateway's error. Such a request may wait in front of the service. Default: 190 seconds: 3 minutes, which the vendor's JavaScript SDK
    /// names as its load balancer's limit, and 10 seconds to apply; an assumption.
    /// With the default <see cref="LoyaltyClientOptions.TotalTimeout"/> a call ends before that, with <see cref="LoyaltyOutcomeUnknownException"/>.
    /// </summary>
    public TimeSpan NoAnswerWindow { get; set; } = ReconciliationDefaults.NoAnswerWindow;

    /// <summary>The wait between the first two looks; it doubles with each further one. Default: 0.5 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = ReconciliationDefaults.BaseDelay;

    /// <summary>The longest wait between two looks. Default: 10 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = ReconciliationDefaults.MaxDelay;

    /// <summary>
    /// How far a look goes back before the moment of the first send, by the service's clock. Default: 1 minute.
    /// It covers what the service's clocks differ among each other; the clock of this machine does not matter.
    /// </summary>
    public TimeSpan LookbackMargin { get; set; } = ReconciliationDefaults.LookbackMargin;
}
