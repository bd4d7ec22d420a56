using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// How the client searches the card's transactions for an adjustment whose outcome is unknown, by its <c>source_id</c>. If it is found, it
/// was applied. If it is still absent when a window has passed, it was not applied, and is sent again with the same <c>source_id</c>.
/// </summary>
public sealed class ReconciliationOptions
{
    /// <summary>
    /// How long after sending a write can still be applied and listed if the service itself responded with an error, in its own JSON.
    /// Default: 60 seconds. The vendor says that changes complete "a few seconds later", and promises nothing about its lists. A 408, 502,
    /// 503 or 504 never counts as the service's own.
    /// </summary>
    public TimeSpan ServiceErrorWindow { get; set; } = ReconciliationDefaults.ServiceErrorWindow;

    /// <summary>
    /// How long after sending a write can still be applied and listed if nothing conclusive came back: a timeout, a broken connection, or
    /// the error of a gateway. Such a request may still wait in front of the service. Default: 190 seconds. That is an assumption: 3
    /// minutes, which the vendor's JavaScript SDK names as the limit of its load balancer, plus 10 seconds to apply. With the default
    /// <see cref="LoyaltyClientOptions.TotalTimeout"/>, a call ends before that, with <see cref="LoyaltyOutcomeUnknownException"/>. A
    /// resume has enough time to decide.
    /// </summary>
    public TimeSpan NoAnswerWindow { get; set; } = ReconciliationDefaults.NoAnswerWindow;

    /// <summary>The delay between the first two searches; it doubles with each further one. Default: 0.5 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = ReconciliationDefaults.BaseDelay;

    /// <summary>The longest delay between two searches. Default: 10 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = ReconciliationDefaults.MaxDelay;

    /// <summary>
    /// How far before the first send a search begins, by the clock of the service. Default: 1 minute. It covers differences between the
    /// clocks of the service; the clock of this machine does not matter.
    /// </summary>
    public TimeSpan LookbackMargin { get; set; } = ReconciliationDefaults.LookbackMargin;
}
