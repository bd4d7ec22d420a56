using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// When and how often a call is retried. Only what cannot be applied twice is retried: requests that were never sent, requests that the
/// service rejected because of the rate limit, and operations that are safe to repeat.
/// </summary>
public sealed class RetryOptions
{
    /// <summary>The maximum number of retries after the first attempt. Default: 3; 0 switches retries off; at most 20.</summary>
    public int MaxRetries { get; set; } = RetryDefaults.MaxRetries;

    /// <summary>The delay before the first retry, before jitter; it doubles with each further one. Default: 0.5 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = RetryDefaults.BaseDelay;

    /// <summary>The longest delay of the backoff. It does not limit the delay that the server asks for. Default: 10 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = RetryDefaults.MaxDelay;

    /// <summary>
    /// The longest delay that the server may ask for (<c>Retry-After</c>, <c>X-Rate-Limit-Retry</c>), and the longest time for which the
    /// client holds a call back. A longer one ends the call with <see cref="LoyaltyRateLimitException"/> at once. A shorter delay than the
    /// backoff does not shorten the backoff. Default: 30 seconds.
    /// </summary>
    public TimeSpan MaxServerDelay { get; set; } = RetryDefaults.MaxServerDelay;
}
