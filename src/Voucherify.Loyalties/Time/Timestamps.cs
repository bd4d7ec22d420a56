namespace Voucherify.Loyalties.Time;

/// <summary>Converts time spans to the units of a monotonic clock, and back.</summary>
internal static class Timestamps
{
    /// <summary>Returns how far the clock's timestamp advances in a time span.</summary>
    public static long TicksOf(this TimeProvider time, TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    /// <summary>Returns when a timeout ends that begins at a timestamp; never for an infinite one.</summary>
    public static long EndOf(this TimeProvider time, long start, TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : start + time.TicksOf(timeout);

    /// <summary>
    /// Returns the time span for a difference of timestamps; zero for a negative one. Rounded up, because a timer that fires too early
    /// would have to be set again.
    /// </summary>
    public static TimeSpan SpanOf(this TimeProvider time, long ticks) =>
        TimeSpan.FromTicks((long)Math.Ceiling(Math.Max(0, ticks) * (double)TimeSpan.TicksPerSecond / time.TimestampFrequency));
}
