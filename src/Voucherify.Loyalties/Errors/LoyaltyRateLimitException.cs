using System.Net;

namespace Voucherify.Loyalties;

/// <summary>
/// The project made too many calls (status 429) and waiting did not help, would take longer than
/// <see cref="RetryOptions.MaxServerDelay"/>, or cannot help. Nothing was applied.
/// </summary>
public sealed class LoyaltyRateLimitException : LoyaltyApiException
{
    /// <summary>Creates the error from the response of the service.</summary>
    /// <param name="error">The body of the response.</param>
    /// <param name="retryAfter">How long the service asked to wait, if it did.</param>
    /// <param name="limitType">The limit that was reached, if the service named it.</param>
    public LoyaltyRateLimitException(ApiError error, TimeSpan? retryAfter = null, string? limitType = null)
        : base(HttpStatusCode.TooManyRequests, error)
    {
        RetryAfter = retryAfter;
        LimitType = limitType;
    }

    /// <summary>How long the service asked to wait, counted from its response; null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// The limit that was reached: <c>api_calls</c>, <c>bulk_api_calls</c>, or <c>api_calls_cycle</c> (the plan's total, for which waiting
    /// does not help). Null if the service did not name it.
    /// </summary>
    public string? LimitType { get; }
}
