namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>Work that is due at a time, by that time, and in the order in which it was added among equals.</summary>
internal sealed class WorkQueue
{
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset Due, long Order)> _work = new();
    private long _order;

    /// <summary>When the next work is due, or <see cref="DateTimeOffset.MaxValue"/>.</summary>
    public DateTimeOffset NextDue => _work.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    /// <summary>Adds work, which is told when it was due.</summary>
    public void Add(DateTimeOffset due, Action<DateTimeOffset> work) => _work.Enqueue(work, (due, _order++));

    /// <summary>Does the work that is due first.</summary>
    public void DoNext()
    {
        var due = NextDue;
        _work.Dequeue()(due);
    }
}
