namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>What was answered but not yet applied, by due time; in the order of the answers among equals.</summary>
internal sealed class EffectQueue
{
    private readonly PriorityQueue<QueuedEffect, (DateTimeOffset Due, long Order)> _effects = new();
    private long _order;

    /// <summary>When the next effect is due, or the end of time.</summary>
    public DateTimeOffset NextDue => _effects.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    public void Add(QueuedEffect effect)
    {
        _effects.Enqueue(effect, (effect.DueAt, _order++));
        effect.Expect(+1);
    }

    public QueuedEffect Take()
    {
        var effect = _effects.Dequeue();
        effect.Expect(-1);
        return effect;
    }
}
