namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>
/// A clock for many threads that moves only when it is told to. Its timers fire on the thread that moves it. A machine that stalls
/// therefore stalls no window.
/// </summary>
internal sealed class JudgeClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly PriorityQueue<(JudgeTimer Timer, long Setting), (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long the clock has run.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new JudgeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and fires the timers that are due by then.</summary>
    public void Advance(TimeSpan time)
    {
        var end = GetTimestamp() + time.Ticks;
        while (TryTake(end, out var timer))
        {
            timer.Fire();
        }

        Interlocked.Exchange(ref _now, end);
    }

    /// <summary>Moves the clock to its next timer and fires it, or moves it towards that timer if it is further away.</summary>
    public void FireNext(TimeSpan longestStep)
    {
        var end = GetTimestamp() + longestStep.Ticks;
        if (TryTake(end, out var timer))
        {
            timer.Fire();
        }
        else
        {
            Interlocked.Exchange(ref _now, end);
        }
    }

    private bool TryTake(long end, out JudgeTimer timer)
    {
        lock (_gate)
        {
            while (_timers.TryPeek(out var next, out var key) && key.Due <= end)
            {
                _timers.Dequeue();
                if (next.Timer.TryStart(next.Setting))
                {
                    Interlocked.Exchange(ref _now, Math.Max(_now, key.Due));
                    timer = next.Timer;
                    return true;
                }
            }
        }

        timer = null!;
        return false;
    }

    /// <summary>A timer. The clock's lock protects it.</summary>
    private sealed class JudgeTimer(JudgeClock clock, TimerCallback callback, object? state) : ITimer
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
