namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// A clock that moves only when it fires its next timer, on the calling thread. Timers fire one at a time, by due time and then in the
/// order in which they were set, so that the same calls give the same order of events.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Setting), (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long the clock has run.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_now);

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(_now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs an action once the time has passed.</summary>
    public void After(TimeSpan delay, Action action) =>
        CreateTimer(static state => ((Action)state!)(), action, delay, Timeout.InfiniteTimeSpan);

    /// <summary>Moves to the next timer and fires it.</summary>
    /// <returns>False if no timer is set.</returns>
    public bool FireNext()
    {
        VirtualTimer timer;
        lock (_gate)
        {
            if (!TryTake(out timer, out var due))
            {
                return false;
            }

            _now = Math.Max(_now, due);
        }

        timer.Fire();
        return true;
    }

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

    private bool TryTake(out VirtualTimer timer, out long due)
    {
        while (_timers.TryDequeue(out var next, out var key))
        {
            if (next.Timer.IsSet(next.Setting))
            {
                (timer, due) = (next.Timer, key.Due);
                return true;
            }
        }

        (timer, due) = (null!, 0);
        return false;
    }

    private void Enqueue(VirtualTimer timer, long setting, TimeSpan delay)
    {
        lock (_gate)
        {
            _timers.Enqueue((timer, setting), (_now + Math.Max(0, delay.Ticks), _order++));
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private long _setting;
        private bool _isSet;
        private TimeSpan _period;

        public bool IsSet(long setting) => _isSet && _setting == setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _setting++;
            _isSet = dueTime >= TimeSpan.Zero;
            _period = period;
            if (_isSet)
            {
                clock.Enqueue(this, _setting, dueTime);
            }

            return true;
        }

        public void Fire()
        {
            _isSet = false;
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public void Dispose() => _isSet = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
