using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Ordering;

/// <summary>Lines without calls that must be remembered until their card is settled. One timer for all of them, none when there are none.</summary>
internal sealed class IdleLines : IDisposable
{
    private readonly PriorityQueue<CardLine, long> _byTime = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _wakesAt = long.MaxValue;

    public IdleLines(TimeProvider time, Action sweep)
    {
        _time = time;
        _timer = time.CreateTimer(static state => ((Action)state!)(), sweep, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(CardLine line)
    {
        _byTime.Enqueue(line, line.OpensAt);
        Arm(line.OpensAt);
    }

    /// <summary>Takes a line whose time has come, as it was known when it was added.</summary>
    public bool TryTake(long now, out CardLine line)
    {
        if (_byTime.TryPeek(out line!, out var at) && at <= now)
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
