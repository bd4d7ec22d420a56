using System.Globalization;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// Counts the calls of each minute. A minute begins with its first call (assumed: the vendor documents the headers, but not when the
/// period begins).
/// </summary>
internal sealed class RateLimiter(int limit)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private DateTimeOffset _end = DateTimeOffset.MinValue;
    private int _used;

    /// <summary>Counts a call. Returns false if it is over the limit.</summary>
    public bool TryEnter(DateTimeOffset now)
    {
        if (now >= _end)
        {
            _end = now + Period;
            _used = 0;
        }

        if (_used >= limit)
        {
            return false;
        }

        _used++;
        return true;
    }

    /// <summary>Returns the headers of every response (documented).</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers() => Headers(limit - _used, _end);

    /// <summary>Returns the same headers as if no calls were left until the given time.</summary>
    public IEnumerable<KeyValuePair<string, string>> ExhaustedHeaders(DateTimeOffset until) => Headers(0, until);

    /// <summary>Returns the additional headers of a 429 (documented).</summary>
    public IEnumerable<KeyValuePair<string, string>> RefusalHeaders(DateTimeOffset now) =>
    [
        new("Retry-After", Format((long)Math.Ceiling((_end - now).TotalSeconds))),
        new("X-Rate-Limit-Type", "api_calls"),
    ];

    /// <summary>Returns when calls are accepted again: an absolute time in Unix seconds (documented), rounded up.</summary>
    public static KeyValuePair<string, string> RetryHeader(DateTimeOffset until) =>
        new("X-Rate-Limit-Retry", Format((long)Math.Ceiling((until - DateTimeOffset.UnixEpoch).TotalSeconds)));

    private IEnumerable<KeyValuePair<string, string>> Headers(int remaining, DateTimeOffset until) =>
    [
        new("X-Rate-Limit-Limit", Format(limit)),
        new("X-Rate-Limit-Remaining", Format(remaining)),
        RetryHeader(until),
    ];

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
