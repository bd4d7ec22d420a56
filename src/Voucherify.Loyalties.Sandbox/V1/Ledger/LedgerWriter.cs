using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Writes what happens now: buckets, transactions, activities and the journal.</summary>
/// <param name="calendar">The days of the project.</param>
/// <param name="ids">The source of ids.</param>
/// <param name="journal">The journal.</param>
/// <param name="activities">The activities of members.</param>
/// <param name="listLag">How much later than its effect a transaction is listed.</param>
internal sealed class LedgerWriter(
    ProjectCalendar calendar,
    IdGenerator ids,
    JournalWriter journal,
    ActivityLog activities,
    TimeSpan listLag)
{
    private readonly Dictionary<string, List<Transaction>> _byCampaign = new(StringComparer.Ordinal);

    /// <summary>The ledger's time, which is never later than the clock's.</summary>
    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    public DateOnly Today => calendar.DayOf(Now);

    public TierTracker Tiers { get; } = new(calendar, activities);

    /// <summary>No points expire before this time. If a bucket was emptied since, perhaps none expire at this time either.</summary>
    public DateTimeOffset NextExpiry { get; private set; } = DateTimeOffset.MaxValue;

    public void AdvanceTo(DateTimeOffset instant)
    {
        Now = instant > Now ? instant : Now;
        Tiers.AdvanceTo(Now);
    }

    /// <summary>Returns every transaction of a campaign's cards, oldest first, by ascending id.</summary>
    public IReadOnlyList<Transaction> TransactionsOf(Campaign campaign) => _byCampaign.GetValueOrDefault(campaign.Id) ?? [];

    /// <summary>Adds points to a card, in a bucket of their own.</summary>
    public void AddPoints(Card card, long points, Expiration expiration)
    {
        var bucket = new Bucket(ids.NextBucketId(), points, expiration.LastDay(card.Campaign, Today), Now);
        card.Add(bucket);
        WatchExpiry(bucket);
    }

    /// <summary>Creates a transaction with the card as it is now.</summary>
    public Transaction CreateTransaction(Card card, string type, long points) =>
        CreateTransaction(ids.NextTransactionId(), card, type, points);

    /// <summary>Creates a transaction with the id right after the last one.</summary>
    public Transaction CreateAdjacentTransaction(Card card, string type, long points) =>
        CreateTransaction(ids.NextAdjacentTransactionId(), card, type, points);

    /// <summary>Writes a transaction to the history of its card and campaign, and to the journal.</summary>
    public void Record(Transaction transaction, string? requestId)
    {
        transaction.Card.Record(transaction);
        if (!_byCampaign.TryGetValue(transaction.Card.Campaign.Id, out var history))
        {
            _byCampaign.Add(transaction.Card.Campaign.Id, history = []);
        }

        history.Add(transaction);
        journal.Add(transaction, requestId);
        activities.Add(transaction, requestId);
        Tiers.Update(transaction.Card, requestId);
    }

    /// <summary>Notes when the buckets of a new card expire.</summary>
    public void WatchExpiry(Card card)
    {
        foreach (var bucket in card.Buckets.All)
        {
            WatchExpiry(bucket);
        }
    }

    /// <summary>
    /// Expires what is due, and finds out when points expire next. A card gets one transaction for a day, however many buckets end
    /// (assumed).
    /// </summary>
    public void Expire(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            var buckets = card.Expire(Today);
            if (buckets.Sum(bucket => bucket.Points) is > 0 and var points)
            {
                var transaction = CreateTransaction(card, TransactionType.Expiration, -points);
                Record(transaction with { Buckets = buckets }, requestId: null);
            }
        }

        NextExpiry = DateTimeOffset.MaxValue;
        foreach (var card in cards)
        {
            WatchExpiry(card);
        }
    }

    private void WatchExpiry(Bucket bucket)
    {
        if (bucket.ExpiresOn is { } lastDay && calendar.EndOf(lastDay) is var expiry && expiry < NextExpiry)
        {
            NextExpiry = expiry;
        }
    }

    private Transaction CreateTransaction(string id, Card card, string type, long points) => new()
    {
        Id = id,
        Card = card,
        Type = type,
        Points = points,
        Total = card.Total,
        Balance = card.Balance,

        // To the millisecond, as it is written: a filter by a time that was read must match the same rows.
        CreatedAt = Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerMillisecond)),
        ListedAt = Now + listLag,
    };
}
