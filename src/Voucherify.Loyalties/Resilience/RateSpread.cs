using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resilience;

/// <summary>Gives the calls that were held back a time each, one after the other and with jitter. Not thread-safe.</summary>
internal sealed class RateSpread(TimeProvider time, Func<double> random)
{
    /// <summary>The time over which the calls of a period are spread.</summary>
    private const double Seconds = 5;

    /// <summary>
    /// Calls per second if the service does not say how many are left. If it refuses one, few others are on their way by then.
    /// </summary>
    private const double UnknownPace = 10;

    /// <summary>By how much each accepted call raises the pace.</summary>
    private const double Gain = 0.2;

    /// <summary>
    /// How much faster than before the calls leave at least, so that those that were held back do not hold back the next ones.
    /// </summary>
    private const double CatchUp = 2;

    private readonly RecentRate _recent = new(time);

    /// <summary>The calls per second.</summary>
    private double _pace;

    /// <summary>The next free time.</summary>
    public long Next { get; private set; }

    /// <summary>Begins to spread calls.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="remaining">The calls that are left in the period; null if it is not known.</param>
    public void Begin(long now, long? remaining)
    {
        _pace = Math.Max(remaining is { } left ? Math.Max(left / Seconds, 1) : UnknownPace, CatchUp * _recent.PerSecond(now));
        Take(now);
    }

    /// <summary>Counts a call that leaves without having been held back.</summary>
    public void Count(long now) => _recent.Count(now);

    /// <summary>Whether the next call may leave at once.</summary>
    public bool IsDue(long now) => now >= Next;

    /// <summary>Whether no call has had to wait for some time.</summary>
    public bool IsIdle(long now) => now - Next > time.TimestampFrequency;

    /// <summary>Takes a time for a call, and moves <see cref="Next"/> behind it.</summary>
    /// <returns>The same time.</returns>
    public long Take(long at)
    {
        Next = at + time.TicksOf(TimeSpan.FromSeconds((0.5 + random()) / _pace));
        return at;
    }

    /// <summary>Makes the next pace slower, after a refusal while calls were spread.</summary>
    public void Slow() => _recent.Halve();

    /// <summary>Raises the pace after a call that was accepted.</summary>
    /// <param name="remaining">The calls that are left. There are many again once a period has ended.</param>
    public void Quicken(long? remaining) => _pace = Math.Max(_pace + Gain, (remaining ?? 0) / Seconds);
}
