namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>What a history still waits for: the actions that it has planned, and the calls that have not ended.</summary>
internal sealed class Agenda(VirtualClock clock)
{
    private const int MaxEvents = 200_000;

    private int _planned;
    private int _openCalls;

    /// <summary>Plans an action.</summary>
    public void Schedule(TimeSpan delay, Action action)
    {
        _planned++;
        clock.After(delay, () =>
        {
            _planned--;
            action();
        });
    }

    /// <summary>Counts a call that begins.</summary>
    public void BeginCall() => _openCalls++;

    /// <summary>Counts calls that have ended, or whose caller has crashed.</summary>
    public void EndCalls(int count = 1) => _openCalls -= count;

    /// <summary>Fires timers until nothing is left to wait for.</summary>
    /// <param name="violations">Gets a line if something never ends.</param>
    public void RunUntilQuiet(List<string> violations)
    {
        for (var events = 0; _planned + _openCalls > 0; events++)
        {
            if (events > MaxEvents || !clock.FireNext())
            {
                violations.Add($"{_openCalls} call(s) never ended.");
                return;
            }
        }
    }
}
