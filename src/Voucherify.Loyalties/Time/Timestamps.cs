namespace Voucherify.Loyalties.Time;

/// <summary>Spans of time in the units of a monotonic clock, and back.</summary>
internal static class Timestamps
{
    /// <summary>How far the clock's timestamp moves in a span.</summary>
    public static long TicksOf(this TimeProvider time, TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    /// <summary>The span for a distance of timestamps, zero for what has passed. Rounded up: a timer that fires too early would only have to be set again.</summary>
    public static TimeSpan SpanOf(this TimeProvider time, long ticks) =>
        TimeSpan.FromTicks((long)Math.Ceiling(Math.Max(0, ticks) * (double)TimeSpan.TicksPerSecond / time.TimestampFrequency));
}
