using System.Globalization;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// Remembers the limit in the service's last response (<c>X-Rate-Limit-Remaining</c>, <c>X-Rate-Limit-Retry</c>), so that calls wait
/// once it is used up instead of being refused. One for all calls with the same credentials.
/// </summary>
internal sealed class RatePacer(TimeProvider time)
{
    private const string RemainingHeader = "X-Rate-Limit-Remaining";

    /// <summary>
    /// The vendor's periods are a minute or an hour. A longer one is the plan's, and must not silence a client after the plan has changed.
    /// </summary>
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMinutes(61);

    private readonly object _gate = new();
    private long _remaining = long.MaxValue;

    /// <summary>
    /// The end of the period for which <see cref="_remaining"/> counts. After it no call waits: the next response has the new number.
    /// </summary>
    private long _renewsAt;

    /// <summary>The number of calls left in this period; null if it is not known.</summary>
    public long? Remaining
    {
        get
        {
            lock (_gate)
            {
                return time.GetTimestamp() < _renewsAt ? _remaining : null;
            }
        }
    }

    /// <summary>
    /// Returns a gauge that does not keep the pacer alive: a meter must not keep a client that is never disposed.
    /// </summary>
    public static Func<long?> WeakRemaining(RatePacer pacer)
    {
        var observed = new WeakReference<RatePacer>(pacer);
        return () => observed.TryGetTarget(out var target) ? target.Remaining : null;
    }

    /// <summary>Counts a call.</summary>
    /// <returns>How long it must wait first; zero to send at once.</returns>
    public TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (now >= _renewsAt)
            {
                return TimeSpan.Zero;
            }

            if (_remaining == 0)
            {
                return time.GetElapsedTime(now, _renewsAt);
            }

            _remaining--;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Reads the limit from a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="serverDate">The service's clock at the response; null if it is not known.</param>
    public void Observe(HttpResponseMessage response, DateTimeOffset? serverDate)
    {
        if (ReadRemaining(response) is not { } remaining
            || ServerDelay.UntilRenewal(response, serverDate ?? time.GetUtcNow()) is not { } untilRenewal
            || untilRenewal > LongestPeriod)
        {
            return;
        }

        lock (_gate)
        {
            var renewsAt = time.GetTimestamp() + time.TicksOf(untilRenewal);

            // Responses may overtake each other: within one period the smaller number is the later one.
            _remaining = IsSamePeriod(renewsAt) ? Math.Min(_remaining, remaining) : remaining;
            _renewsAt = renewsAt;
        }
    }

    private bool IsSamePeriod(long renewsAt) => Math.Abs(renewsAt - _renewsAt) <= 2 * time.TimestampFrequency;

    private static long? ReadRemaining(HttpResponseMessage response) =>
        long.TryParse(ResponseHeaders.First(response, RemainingHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            ? remaining
            : null;
}
