using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>A clock for many threads. Only the judge moves it, so a machine that stalls stalls no window.</summary>
internal sealed class JudgeClock : SteppedClock
{
    /// <summary>Moves the clock, and fires the timers that are due by then.</summary>
    public void Advance(TimeSpan time)
    {
        var end = GetTimestamp() + time.Ticks;
        while (TryFireNext(end))
        {
        }

        MoveTo(end);
    }

    /// <summary>Moves the clock to its next timer and fires it, or moves it towards that timer if it is further away.</summary>
    public void FireNext(TimeSpan longestStep)
    {
        var end = GetTimestamp() + longestStep.Ticks;
        if (!TryFireNext(end))
        {
            MoveTo(end);
        }
    }
}
