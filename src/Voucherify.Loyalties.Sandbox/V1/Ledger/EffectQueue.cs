namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Effects that were accepted but are not yet applied, by due time, and by the order of their responses among equals.</summary>
internal sealed class EffectQueue
{
    private readonly PriorityQueue<QueuedEffect, (DateTimeOffset Due, long Order)> _effects = new();
    private long _order;

    /// <summary>When the next effect is due, or <see cref="DateTimeOffset.MaxValue"/>.</summary>
    public DateTimeOffset NextDue => _effects.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    public void Add(QueuedEffect effect)
    {
        _effects.Enqueue(effect, (effect.DueAt, _order++));
        effect.ChangeExpectations(+1);
    }

    public QueuedEffect Take()
    {
        var effect = _effects.Dequeue();
        effect.ChangeExpectations(-1);
        return effect;
    }
}
