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

    /// <summary>By how much each accepted call raises the pace, so that a busy client returns to its own pace.</summary>
    private const double Gain = 0.2;

    /// <summary>The calls per second.</summary>
    private double _pace;

    /// <summary>The next free time.</summary>
    public long Next { get; private set; }

    /// <summary>Begins to spread calls.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="remaining">The calls that are left in the period; null if it is not known.</param>
    public void Begin(long now, long? remaining)
    {
        _pace = remaining is { } left ? Math.Max(left / Seconds, 1) : UnknownPace;
        Take(now);
    }

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

    /// <summary>Raises the pace after a call that was accepted.</summary>
    public void Quicken() => _pace += Gain;
}
