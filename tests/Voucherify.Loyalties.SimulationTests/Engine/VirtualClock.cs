namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>A clock that moves only when it fires its next timer, so that the same calls give the same order of events.</summary>
internal sealed class VirtualClock : SteppedClock
{
    /// <summary>Runs an action once the time has passed.</summary>
    public void After(TimeSpan delay, Action action) =>
        CreateTimer(static state => ((Action)state!)(), action, delay, Timeout.InfiniteTimeSpan);

    /// <summary>Moves to the next timer and fires it.</summary>
    /// <returns>False if no timer is set.</returns>
    public bool FireNext() => TryFireNext(long.MaxValue);

    /// <summary>Moves the clock, and fires the timers that are due by then.</summary>
    public void Pass(TimeSpan time)
    {
        var isOver = false;
        After(time, () => isOver = true);
        while (!isOver)
        {
            FireNext();
        }
    }
}
