using Microsoft.Extensions.Time.Testing;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>
/// A clock that stands still until a test steps it to the next timer that is due. With handlers that respond at once, a call has either
/// completed or waits for a timer, so stepping runs it to its end without a real delay.
/// </summary>
internal sealed class SteppingClock : FakeTimeProvider
{
    private readonly List<TrackedTimer> _timers = [];

    public SteppingClock()
        : base(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The number of timers that are set.</summary>
    public int ActiveTimers => _timers.Count(static timer => timer.Due is not null);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TrackedTimer(this, dueTime);
        timer.Inner = base.CreateTimer(
            s =>
            {
                timer.Due = null;
                callback(s);
            },
            state,
            dueTime,
            period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves to the earliest timer and fires it.</summary>
    /// <returns>How far the clock moved.</returns>
    public TimeSpan Step()
    {
        var next = _timers.Where(static timer => timer.Due is not null).Min(static timer => timer.Due)
            ?? throw new InvalidOperationException("The call has not completed, but no timer is set.");
        var step = next - GetUtcNow();
        Advance(step);
        return step;
    }

    /// <summary>Steps until the call has completed.</summary>
    /// <returns>The call, which may have failed.</returns>
    public T RunToEnd<T>(T call)
        where T : Task
    {
        while (!call.IsCompleted && ActiveTimers > 0)
        {
            Step();
        }

        // A cancelled Task.Delay completes on the thread pool, so the call may end a moment later. The time limit only ends a test that
        // hangs.
        if (Task.WhenAny(call).Wait(TimeSpan.FromSeconds(30)))
        {
            return call;
        }

        throw new InvalidOperationException("The call has not completed, but no timer is set.");
    }

    private sealed class TrackedTimer : ITimer
    {
        private readonly SteppingClock _clock;

        public TrackedTimer(SteppingClock clock, TimeSpan dueTime)
        {
            _clock = clock;
            SetDue(dueTime);
        }

        public ITimer Inner { get; set; } = null!;

        public DateTimeOffset? Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            SetDue(dueTime);
            return Inner.Change(dueTime, period);
        }

        public void Dispose()
        {
            Due = null;
            _clock._timers.Remove(this);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void SetDue(TimeSpan dueTime) => Due = dueTime < TimeSpan.Zero ? null : _clock.GetUtcNow() + dueTime;
    }
}
