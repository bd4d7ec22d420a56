using System.Net;

namespace Voucherify.Loyalties;

/// <summary>
/// The project made too many calls (status 429) and waiting did not help, would take longer than
/// <see cref="RetryOptions.MaxServerDelay"/>, or cannot help. Nothing was applied. If <see cref="HeldBackUntil"/> is set, the client held
/// the call back and sent nothing.
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

    private LoyaltyRateLimitException(string message, TimeSpan wait, DateTimeOffset until)
        : base(HttpStatusCode.TooManyRequests, message)
    {
        RetryAfter = wait;
        HeldBackUntil = until;
    }

    /// <summary>
    /// How long to wait before the next call: what the service asked for, counted from its response, or how long the client holds calls
    /// back. Null if the service did not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Until when the client holds calls back, because the service refused another call or said that no calls are left. Nothing was sent.
    /// Null if the service refused this call itself.
    /// </summary>
    public DateTimeOffset? HeldBackUntil { get; init; }

    /// <summary>
    /// The limit that was reached: <c>api_calls</c>, <c>bulk_api_calls</c>, or <c>api_calls_cycle</c> (the plan's total, for which waiting
    /// does not help). Null if the service did not name it.
    /// </summary>
    public string? LimitType { get; }

    /// <summary>Creates the error of a call that the client did not send.</summary>
    internal static LoyaltyRateLimitException HeldBack(string message, TimeSpan wait, DateTimeOffset until) => new(message, wait, until);
}
