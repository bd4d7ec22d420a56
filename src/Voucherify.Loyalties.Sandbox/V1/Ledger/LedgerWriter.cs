using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Journal;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Writes what happens now: buckets, transactions and the journal.</summary>
internal sealed class LedgerWriter(ProjectCalendar calendar, IdGenerator ids, ActivityLog activity)
{
    private readonly Dictionary<string, List<Transaction>> _byCampaign = new(StringComparer.Ordinal);

    /// <summary>The ledger's time, which is never later than the clock's.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    public DateOnly Today => calendar.DayOf(Now);

    public EffectJournal Journal { get; } = new();

    public TierTracker Tiers { get; } = new(calendar, activity);

    /// <summary>Never later than the true next expiry; it may be too early once a bucket was emptied, which costs one idle look.</summary>
    public DateTimeOffset NextExpiry { get; private set; } = DateTimeOffset.MaxValue;

    public void PassTimeTo(DateTimeOffset instant)
    {
        Now = instant > Now ? instant : Now;
        Tiers.PassTimeTo(Now);
    }

    /// <summary>Every transaction of a campaign's cards, oldest first, by ascending id.</summary>
    public IReadOnlyList<Transaction> TransactionsOf(Campaign campaign) => _byCampaign.GetValueOrDefault(campaign.Id) ?? [];

    public void Add(Card card, long points, Expiration expiration)
    {
        var bucket = new Bucket(ids.NextBucketId(), points, expiration.LastDay(card.Campaign, Today), Now);
        card.Add(bucket);
        Watch(bucket);
    }

    /// <summary>A transaction with the card as it is now.</summary>
    public Transaction Describe(Card card, string type, long points) => Describe(ids.NextTransactionId(), card, type, points);

    /// <summary>The same, with the id right after the last one.</summary>
    public Transaction DescribeNeighbour(Card card, string type, long points) =>
        Describe(ids.NextNeighbourTransactionId(), card, type, points);

    public void Record(Transaction transaction, string? requestId)
    {
        transaction.Card.Record(transaction);
        if (!_byCampaign.TryGetValue(transaction.Card.Campaign.Id, out var history))
        {
            _byCampaign.Add(transaction.Card.Campaign.Id, history = []);
        }

        history.Add(transaction);
        Journal.Add(transaction, requestId);
        activity.Add(transaction, requestId);
        Tiers.Look(transaction.Card, requestId);
    }

    public void Watch(Bucket bucket)
    {
        if (bucket.ExpiresOn is { } lastDay && calendar.EndOf(lastDay) is var expiry && expiry < NextExpiry)
        {
            NextExpiry = expiry;
        }
    }

    /// <summary>Expires what is due, and finds out when to look again. One transaction for a card and a day change, however many buckets ended (A).</summary>
    public void Expire(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            var buckets = card.Expire(Today);
            if (buckets.Sum(bucket => bucket.Points) is > 0 and var points)
            {
                Record(Describe(card, TransactionType.Expiration, -points) with { Buckets = buckets }, requestId: null);
            }
        }

        NextExpiry = DateTimeOffset.MaxValue;
        foreach (var bucket in cards.SelectMany(card => card.Buckets.All))
        {
            Watch(bucket);
        }
    }

    private Transaction Describe(string id, Card card, string type, long points) => new()
    {
        Id = id,
        Card = card,
        Type = type,
        Points = points,
        Total = card.Total,
        Balance = card.Balance,

        // To the millisecond, as it is written: a filter by a time that was read must find the same rows.
        CreatedAt = Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerMillisecond)),
    };
}
