namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// A clock that moves only when it is told to. Its timers fire on the thread that moves it, one at a time, by due time and then in the
/// order in which they were set.
/// </summary>
internal abstract class SteppedClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly PriorityQueue<(SteppedTimer Timer, long Setting), (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long the clock has run.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the next timer that is due by then, and fires it.</summary>
    /// <returns>False if there is no such timer; the clock has not moved.</returns>
    protected bool TryFireNext(long end)
    {
        if (!TryTake(end, out var timer))
        {
            return false;
        }

        timer.Fire();
        return true;
    }

    protected void MoveTo(long timestamp) => Interlocked.Exchange(ref _now, timestamp);

    private bool TryTake(long end, out SteppedTimer timer)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var next, out var key) && key.Due <= end)
            {
                _timers.Dequeue();
                if (next.Timer.TryStart(next.Setting))
                {
                    MoveTo(Math.Max(_now, key.Due));
                    timer = next.Timer;
                    return true;
                }
            }
        }

        timer = null!;
        return false;
    }

    /// <summary>A timer. The clock's lock protects it.</summary>
    private sealed class SteppedTimer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private long _setting;
        private bool _isSet;
        private TimeSpan _period;

        /// <summary>Takes the timer for firing, unless it was changed or stopped since it was set.</summary>
        public bool TryStart(long setting)
        {
            if (!_isSet || _setting != setting)
            {
                return false;
            }

            _isSet = false;
            return true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _setting++;
                _isSet = dueTime >= TimeSpan.Zero;
                _period = period;
                if (_isSet)
                {
                    clock._timers.Enqueue((this, _setting), (clock._now + dueTime.Ticks, clock._order++));
                }
            }

            return true;
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _isSet = false;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
