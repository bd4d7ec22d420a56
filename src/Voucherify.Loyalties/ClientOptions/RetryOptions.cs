using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// When and how often a call is tried again. Only what cannot be applied twice is retried:
/// requests that never left, requests that the service rejected for their rate, and operations that a repeat does not change.
/// </summary>
public sealed class RetryOptions
{
    /// <summary>How often a call is tried again after its first attempt. Default: 3; 0 switches retries off; at most 20.</summary>
    public int MaxRetries { get; set; } = RetryDefaults.MaxRetries;

    /// <summary>The wait before the first retry, before jitter; it doubles with each further one. Default: 0.5 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = RetryDefaults.BaseDelay;

    /// <summary>The longest wait of the backoff. It does not limit what the server asks for. Default: 10 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = RetryDefaults.MaxDelay;

    /// <summary>
    /// The longest wait that the server may ask for (<c>Retry-After</c>, <c>X-Rate-Limit-Retry</c>).
    /// A longer one ends the call with <see cref="LoyaltyRateLimitException"/> at once. Default: 30 seconds.
    /// </summary>
    public TimeSpan MaxServerDelay { get; set; } = RetryDefaults.MaxServerDelay;
}
