namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The clock of a machine whose date is wrong. Elapsed times are right.</summary>
internal sealed class SkewedClock(VirtualClock clock, TimeSpan offset) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + offset;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
