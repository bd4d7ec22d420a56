using Voucherify.Loyalties.Sandbox.Engine;

namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>
/// Moves points. Time only passes in <see cref="AdvanceTo"/>, which replays what fell due since the last call in the
/// order in which it fell due: nothing here owns a timer, so a test decides when anything happens.
/// </summary>
internal sealed class PointsLedger(CardRegister register, ProjectCalendar calendar, IdSource ids)
{
    private readonly EffectQueue _queue = new();
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    // Never later than the true next expiry; it may be too early once a bucket was emptied, which costs one idle look.
    private DateTimeOffset _nextExpiry = DateTimeOffset.MaxValue;

    public Journal Journal { get; } = new();

    /// <summary>How many accepted effects came to nothing.</summary>
    public int Dropped { get; private set; }

    /// <summary>Accepts an adjustment that takes effect when the ledger advances to its due time.</summary>
    public void Accept(QueuedEffect effect) => _queue.Add(effect);

    /// <summary>Notes when the buckets of a new card expire.</summary>
    public void Watch(Card card)
    {
        foreach (var bucket in card.Buckets.All)
        {
            Watch(bucket);
        }
    }

    /// <summary>Applies everything that is due: at the same instant, expiration comes first (A).</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        while (_nextExpiry <= now || _queue.NextDue <= now)
        {
            if (_nextExpiry <= _queue.NextDue)
            {
                PassTimeTo(_nextExpiry);
                ExpireCards();
            }
            else
            {
                PassTimeTo(_queue.NextDue);
                Apply(_queue.Take());
            }
        }

        PassTimeTo(now);
    }

    private void PassTimeTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;

    private void Apply(QueuedEffect effect)
    {
        var (card, adjustment) = (effect.Card, effect.Adjustment);

        // A balance is never negative (D). The request was answered with 200 before, but the points may have expired
        // since: such a removal then has no effect at all (A).
        if (card.Balance + adjustment.Points < 0)
        {
            Dropped++;
            return;
        }

        if (adjustment.Points > 0)
        {
            Add(card, adjustment);
        }
        else
        {
            card.Remove(-adjustment.Points);
        }

        var type = adjustment.Points > 0 ? TransactionType.Addition : TransactionType.Removal;
        Record(card, Describe(card, type, adjustment.Points) with
        {
            SourceId = adjustment.SourceId,
            Reason = adjustment.Reason,
            Source = "API",
        }, effect.RequestId);
    }

    private void Add(Card card, Adjustment adjustment)
    {
        var lastDay = adjustment.Expiration.LastDay(card.Campaign, calendar.DayOf(_now));
        var bucket = new Bucket(ids.NextBucketId(), adjustment.Points, lastDay, _now);
        card.Add(bucket);
        Watch(bucket);
    }

    // One transaction for a card and a day change, however many buckets ended (A).
    private void ExpireCards()
    {
        var today = calendar.DayOf(_now);
        foreach (var card in register.Cards)
        {
            var points = card.Expire(today);
            if (points > 0)
            {
                Record(card, Describe(card, TransactionType.Expiration, -points), requestId: null);
            }
        }

        _nextExpiry = DateTimeOffset.MaxValue;
        foreach (var card in register.Cards)
        {
            Watch(card);
        }
    }

    private void Watch(Bucket bucket)
    {
        if (bucket.ExpiresOn is { } lastDay && calendar.ExpiryOf(lastDay) is var expiry && expiry < _nextExpiry)
        {
            _nextExpiry = expiry;
        }
    }

    private Transaction Describe(Card card, string type, long points) => new()
    {
        Id = ids.NextTransactionId(),
        Type = type,
        Points = points,
        Total = card.Total,
        Balance = card.Balance,

        // To the millisecond, as it is written: a filter by a time that was read must find the same rows.
        CreatedAt = _now.AddTicks(-(_now.Ticks % TimeSpan.TicksPerMillisecond)),
    };

    private void Record(Card card, Transaction transaction, string? requestId)
    {
        card.Record(transaction);
        Journal.Add(card, transaction, requestId);
    }
}
