namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>The thread that moves the clock: a little with each event, and further when all threads seem to wait.</summary>
internal sealed class ClockThread
{
    /// <summary>How often the thread finds nothing new before it takes the threads for waiting and moves the clock.</summary>
    private const int Patience = 200;

    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(10);

    private readonly JudgeClock _clock;
    private readonly Func<long> _countEvents;
    private readonly Func<IReadOnlyList<string>> _nameRunning;
    private readonly Action<string> _onViolation;
    private readonly Thread _thread;
    private volatile bool _isOver;

    /// <summary>Starts the thread.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="countEvents">Returns how many events there were.</param>
    /// <param name="nameRunning">Returns the operations that have running calls.</param>
    /// <param name="onViolation">Called if they wait for each other.</param>
    public ClockThread(JudgeClock clock, Func<long> countEvents, Func<IReadOnlyList<string>> nameRunning, Action<string> onViolation)
    {
        _clock = clock;
        _countEvents = countEvents;
        _nameRunning = nameRunning;
        _onViolation = onViolation;
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void Stop()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Run()
    {
        var (seen, idle, quietSince, isStill) = (0L, 0, TimeSpan.Zero, false);
        while (!_isOver)
        {
            var events = _countEvents();
            if (events != seen)
            {
                _clock.Advance(Math.Min(events - seen, ThreadPlan.Threads) * ThreadPlan.Tick);
                (seen, idle, quietSince, isStill) = (events, 0, _clock.Elapsed, false);
            }
            else if (++idle < Patience)
            {
                Thread.Yield();
            }
            else if (!isStill && _clock.Elapsed - quietSince > ThreadPlan.LongestQuiet)
            {
                isStill = StandsStill(seen);
            }
            else
            {
                idle = 0;
                _clock.FireNext(ThreadPlan.LongestStep);
            }
        }
    }

    // By now everything has ended that a call waits for, except its turn. A thread that is only slow gets a last chance, by a real clock.
    private bool StandsStill(long seen)
    {
        var running = _nameRunning();
        if (running.Count > 0 && !SpinWait.SpinUntil(() => _countEvents() != seen || _isOver, Standstill))
        {
            _onViolation($"{running.Count} calls wait for each other:\n{string.Join('\n', running.Take(ThreadPlan.Threads))}");
        }

        return true;
    }
}
