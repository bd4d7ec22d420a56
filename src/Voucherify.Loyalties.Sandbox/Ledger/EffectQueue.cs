namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>What was answered but not yet applied, by due time; in the order of the answers among equals.</summary>
internal sealed class EffectQueue
{
    private readonly List<QueuedEffect> _effects = [];

    /// <summary>When the next effect is due, or the end of time.</summary>
    public DateTimeOffset NextDue => _effects.Count == 0 ? DateTimeOffset.MaxValue : _effects[0].DueAt;

    public void Add(QueuedEffect effect)
    {
        var position = _effects.Count;
        while (position > 0 && effect.DueAt < _effects[position - 1].DueAt)
        {
            position--;
        }

        _effects.Insert(position, effect);
        effect.Card.Queued += effect.Adjustment.Points;
    }

    public QueuedEffect Take()
    {
        var effect = _effects[0];
        _effects.RemoveAt(0);
        effect.Card.Queued -= effect.Adjustment.Points;
        return effect;
    }
}
