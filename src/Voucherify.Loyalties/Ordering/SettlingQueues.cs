using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Ordering;

/// <summary>
/// The empty queues that must be kept until their cards are settled. One timer serves all of them, and is off when there are none.
/// </summary>
internal sealed class SettlingQueues : IDisposable
{
    private readonly PriorityQueue<CardQueue, long> _byTime = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _wakesAt = long.MaxValue;

    public SettlingQueues(TimeProvider time, Action sweep)
    {
        _time = time;
        _timer = time.CreateTimer(static state => ((Action)state!)(), sweep, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(CardQueue queue)
    {
        _byTime.Enqueue(queue, queue.OpensAt);
        Arm(queue.OpensAt);
    }

    /// <summary>Removes a queue whose time to open, as given when it was added, has come.</summary>
    public bool TryTake(long now, out CardQueue queue)
    {
        if (_byTime.TryPeek(out queue!, out var at) && at <= now)
        {
            _byTime.Dequeue();
            return true;
        }

        _wakesAt = long.MaxValue;
        if (_byTime.Count > 0)
        {
            Arm(at);
        }

        return false;
    }

    public void Dispose() => _timer.Dispose();

    private void Arm(long at)
    {
        if (at < _wakesAt)
        {
            _wakesAt = at;
            _timer.Change(_time.SpanOf(at - _time.GetTimestamp()), Timeout.InfiniteTimeSpan);
        }
    }
}
