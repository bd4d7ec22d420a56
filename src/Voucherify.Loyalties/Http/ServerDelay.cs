using System.Globalization;
using System.Net;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// Reads how long the server asks to wait. <c>Retry-After</c> counts seconds (or names a date). <c>X-Rate-Limit-Retry</c> is on every
/// response, so it counts only on a 429. It is an absolute time in epoch seconds, by the server's clock, so it is compared with the
/// <c>Date</c> of the same response. Source: the vendor's documentation of limits.
/// </summary>
internal static class ServerDelay
{
    public const string LimitTypeHeader = "X-Rate-Limit-Type";

    private const string RetryHeader = "X-Rate-Limit-Retry";

    /// <summary>Reads the delay from a response; null if it asks for none.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        var serverNow = ResponseHeaders.Date(response) ?? time.GetUtcNow();
        var delay = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - serverNow,
            _ when response.StatusCode == HttpStatusCode.TooManyRequests => ReadRetryTime(response) - serverNow,
            _ => (TimeSpan?)null,
        };
        return delay is { } wait ? TimeSpan.FromTicks(Math.Max(0, wait.Ticks)) : null;
    }

    /// <summary>Reads the time until the next period of the rate limit begins; null if the response does not say.</summary>
    public static TimeSpan? UntilRenewal(HttpResponseMessage response, DateTimeOffset serverNow) => ReadRetryTime(response) - serverNow;

    /// <summary>Reads the name of the limit that was reached.</summary>
    public static string? ReadLimitType(HttpResponseMessage response) => ResponseHeaders.First(response, LimitTypeHeader);

    private static DateTimeOffset? ReadRetryTime(HttpResponseMessage response) =>
        long.TryParse(ResponseHeaders.First(response, RetryHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
