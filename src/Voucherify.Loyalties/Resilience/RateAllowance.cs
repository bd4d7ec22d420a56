using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>Counts the calls that the service still allows in the current period. Not thread-safe.</summary>
internal sealed class RateAllowance(TimeProvider time)
{
    private const double Scarce = 0.1;

    private long _remaining = long.MaxValue;

    /// <summary>
    /// The end of the period for which <see cref="_remaining"/> counts. After it every call is allowed: the next response has the new
    /// number.
    /// </summary>
    public long RenewsAt { get; private set; }

    /// <summary>The calls of a whole period; 0 if it is not known.</summary>
    public long Limit { get; set; }

    /// <summary>Returns the number of calls that are left; null if it is not known.</summary>
    public long? Remaining(long now) => now < RenewsAt ? _remaining : null;

    /// <summary>Returns what is known about the current period; null if nothing is.</summary>
    public RateLimitStatus? StatusAt(long now) =>
        Remaining(now) is { } left and < long.MaxValue ? new(Limit, left, time.SpanOf(RenewsAt - now)) : null;

    /// <summary>Whether less than a tenth of the period's calls is known to be left.</summary>
    public bool IsScarce(long now) => Remaining(now) is { } left && (left == 0 || left < Limit * Scarce);

    /// <summary>Takes one call. Returns false if none is left.</summary>
    public bool TryTake(long now)
    {
        if (now >= RenewsAt)
        {
            return true;
        }

        if (_remaining == 0)
        {
            return false;
        }

        _remaining--;
        return true;
    }

    /// <summary>Returns a call that was taken and not made.</summary>
    public void GiveBack(long now)
    {
        if (now < RenewsAt)
        {
            _remaining++;
        }
    }

    /// <summary>Takes over what a response says.</summary>
    /// <param name="headers">What it says.</param>
    /// <param name="now">The time of the response.</param>
    /// <param name="replace">Whether it counts more than what was known before, also within the same period.</param>
    /// <returns>Whether a period begins that was not known.</returns>
    public bool Observe(in RateHeaders headers, long now, bool replace)
    {
        var renewsAt = now + time.TicksOf(headers.UntilRenewal);

        // Responses may overtake each other: within one period the smaller number is the later one.
        var isSame = IsSamePeriod(renewsAt);
        _remaining = isSame && !replace ? Math.Min(_remaining, headers.Remaining) : headers.Remaining;
        RenewsAt = renewsAt;
        return !isSame;
    }

    /// <summary>Forgets what was known.</summary>
    public void Forget() => RenewsAt = 0;

    private bool IsSamePeriod(long renewsAt) => Math.Abs(renewsAt - RenewsAt) <= 2 * time.TimestampFrequency;
}
