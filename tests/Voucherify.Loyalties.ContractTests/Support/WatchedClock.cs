using Microsoft.Extensions.Time.Testing;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A clock that stands still until the test advances it. It signals when a timer is set, so that no test has to guess.</summary>
public sealed class WatchedClock : FakeTimeProvider
{
    private readonly object _gate = new();
    private readonly List<TimeSpan> _timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Seen)> _waiters = [];

    /// <summary>Starts at noon on a Wednesday.</summary>
    public WatchedClock()
        : base(new DateTimeOffset(2024, 5, 15, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The day on which the clock starts.</summary>
    public static DateOnly FirstDay { get; } = new(2024, 5, 15);

    /// <summary>Completes when a timer with exactly this duration has been set, now or before.</summary>
    public Task TimerOf(TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (_timers.Contains(dueTime))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((dueTime, seen));
            return seen.Task;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            _timers.Add(dueTime);
            foreach (var (_, seen) in _waiters.Where(waiter => waiter.DueTime == dueTime))
            {
                seen.TrySetResult();
            }
        }

        return timer;
    }
}
