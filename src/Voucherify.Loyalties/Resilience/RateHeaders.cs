using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Resilience;

/// <summary>What a response says about the current period of the rate limit.</summary>
/// <param name="Remaining">The calls that are left.</param>
/// <param name="UntilRenewal">The time until the next period.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateHeaders(long Remaining, TimeSpan UntilRenewal)
{
    /// <summary>The type of the limit for all calls of a project.</summary>
    public const string CallsLimit = "api_calls";

    private const string LimitHeader = "X-Rate-Limit-Limit";

    private const string RemainingHeader = "X-Rate-Limit-Remaining";

    /// <summary>
    /// The vendor's periods are a minute or an hour. A longer one is the plan's, and must not silence a client after the plan has changed.
    /// </summary>
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMinutes(61);

    /// <summary>Reads the headers; null if they are absent or invalid.</summary>
    /// <param name="response">The response.</param>
    /// <param name="serverNow">The service's clock at the response.</param>
    public static RateHeaders? Read(HttpResponseMessage response, DateTimeOffset serverNow) =>
        ReadCount(response, RemainingHeader) is { } remaining
            && ServerDelay.UntilRenewal(response, serverNow) is { } untilRenewal
            && untilRenewal <= LongestPeriod
            ? new(remaining, untilRenewal)
            : null;

    /// <summary>Reads the number of calls of a whole period; 0 if the response does not say.</summary>
    public static long ReadLimit(HttpResponseMessage response) => ReadCount(response, LimitHeader) ?? 0;

    /// <summary>
    /// Whether the service refused the call because of the rate of all calls. A limit of another type says nothing about the other calls:
    /// bulk calls have their own, and the plan's total does not come back after a wait.
    /// </summary>
    public static bool IsRefusal(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && ServerDelay.ReadLimitType(response) is null or CallsLimit;

    private static long? ReadCount(HttpResponseMessage response, string header) =>
        long.TryParse(ResponseHeaders.First(response, header), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
}
