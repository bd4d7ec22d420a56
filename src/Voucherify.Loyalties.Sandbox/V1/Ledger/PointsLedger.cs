namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>
/// Moves points. Time only passes in <see cref="AdvanceTo"/>, which replays what fell due since the last call in the
/// order in which it fell due: nothing here owns a timer, so a test decides when anything happens.
/// </summary>
internal sealed class PointsLedger(CardRegistry register, LedgerWriter book, PendingLedger pending)
{
    private readonly EffectQueue _queue = new();

    /// <summary>How many accepted effects came to nothing.</summary>
    public int Dropped { get; private set; }

    /// <summary>Accepts an effect that is applied when the ledger advances to its due time.</summary>
    public void Accept(QueuedEffect effect) => _queue.Add(effect);

    /// <summary>Notes when the buckets of a new card expire.</summary>
    public void Watch(Card card)
    {
        foreach (var bucket in card.Buckets.All)
        {
            book.Watch(bucket);
        }
    }

    /// <summary>
    /// Applies everything that is due. At the same instant pending points are activated first, then points expire (D),
    /// then effects are applied (A).
    /// </summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        while (NextDue() is var due && due <= now)
        {
            book.PassTimeTo(due);
            if (due == pending.NextDue)
            {
                pending.ActivateNext();
            }
            else if (due == book.NextExpiry)
            {
                book.Expire(register.Cards);
            }
            else
            {
                Dropped += _queue.Take().TryApply(book) ? 0 : 1;
            }
        }

        book.PassTimeTo(now);
    }

    private DateTimeOffset NextDue()
    {
        var effect = _queue.NextDue;
        var time = pending.NextDue < book.NextExpiry ? pending.NextDue : book.NextExpiry;
        return effect < time ? effect : time;
    }
}
