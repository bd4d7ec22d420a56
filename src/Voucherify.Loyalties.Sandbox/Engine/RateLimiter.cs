using System.Globalization;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>Counts calls in minutes that begin with their first call (A; the vendor documents the headers, not the period's start).</summary>
internal sealed class RateLimiter(int limit)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private DateTimeOffset _end = DateTimeOffset.MinValue;
    private int _used;

    /// <summary>Counts a call. False if it is one too many.</summary>
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

    /// <summary>The headers of every response (D). <c>X-Rate-Limit-Retry</c> is an absolute time in Unix seconds (D).</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers() =>
    [
        new("X-Rate-Limit-Limit", Text(limit)),
        new("X-Rate-Limit-Remaining", Text(limit - _used)),
        RetryHeader(_end),
    ];

    /// <summary>The same headers, as if nothing were left until the given time.</summary>
    public IEnumerable<KeyValuePair<string, string>> UsedUpHeaders(DateTimeOffset until) =>
    [
        new("X-Rate-Limit-Limit", Text(limit)),
        new("X-Rate-Limit-Remaining", Text(0)),
        RetryHeader(until),
    ];

    /// <summary>When calls are let in again, in Unix seconds, rounded up.</summary>
    public static KeyValuePair<string, string> RetryHeader(DateTimeOffset until) =>
        new("X-Rate-Limit-Retry", Text((long)Math.Ceiling((until - DateTimeOffset.UnixEpoch).TotalSeconds)));

    /// <summary>The headers that a 429 has besides (D).</summary>
    public IEnumerable<KeyValuePair<string, string>> RefusalHeaders(DateTimeOffset now) =>
    [
        new("Retry-After", Text((long)Math.Ceiling((_end - now).TotalSeconds))),
        new("X-Rate-Limit-Type", "api_calls"),
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
