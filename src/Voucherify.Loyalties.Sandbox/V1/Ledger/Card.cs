using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A loyalty card: its counters, its buckets and its history.</summary>
internal sealed class Card(string id, string code, Campaign campaign, string? holderId, DateTimeOffset createdAt) : IDated
{
    private readonly List<Transaction> _transactions = [];
    private readonly List<PendingEntry> _pending = [];
    private readonly List<ActivityEntry> _activities = [];
    private readonly HashSet<string> _sourceIds = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Code { get; } = code;

    public Campaign Campaign { get; } = campaign;

    /// <summary>The customer who holds the card, or null.</summary>
    public string? HolderId { get; set; } = holderId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public BucketList Buckets { get; } = new();

    /// <summary>All points ever added (documented as <c>loyalty_card.points</c>).</summary>
    public long Added { get; private set; }

    public long Subtracted { get; private set; }

    public long Expired { get; private set; }

    public long Redeemed { get; private set; }

    /// <summary>How many rewards were bought.</summary>
    public int Redemptions { get; private set; }

    /// <summary>Whether the card is active. Only estimates check it, because nothing else is documented.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The tier when <see cref="TierTracker"/> last updated it.</summary>
    public Tier? Tier { get; set; }

    /// <summary>Since when the card has its tier.</summary>
    public DateTimeOffset TierSince { get; set; }

    /// <summary>The points that wait for their day.</summary>
    public long Pending { get; set; }

    /// <summary>The change of the balance that was accepted but is not yet applied.</summary>
    public long Queued { get; set; }

    /// <summary>The redemptions that were accepted but are not yet applied.</summary>
    public (long Points, int Quantity) QueuedRedemptions { get; set; }

    /// <summary>
    /// Points added minus points removed and expired, as in nearly all of the vendor's examples. Transfers count as added and removed
    /// (assumed: otherwise the documented formula of the balance would not hold). Redemptions do not change it, as in the examples.
    /// </summary>
    public long Total => Added - Subtracted - Expired;

    public long Balance => Total - Redeemed;

    /// <summary>The balance once everything that was accepted is applied.</summary>
    public long ExpectedBalance => Balance + Queued;

    /// <summary>The transactions, oldest first, by ascending id.</summary>
    public IReadOnlyList<Transaction> Transactions => _transactions;

    /// <summary>The activities, oldest first, by ascending id.</summary>
    public IReadOnlyList<ActivityEntry> Activities => _activities;

    public void Add(Bucket bucket)
    {
        Added += bucket.Points;
        Buckets.Add(bucket);
    }

    public void Remove(long points, DateTimeOffset now)
    {
        Subtracted += points;
        Buckets.Consume(points, now);
    }

    public void Redeem(long points, DateTimeOffset now)
    {
        Redeemed += points;
        Redemptions++;
        Buckets.Consume(points, now);
    }

    public void Add(PendingEntry pending)
    {
        Pending += pending.Points;
        _pending.Add(pending);
    }

    /// <summary>Expires the points whose last day is before today, and returns their buckets.</summary>
    public IReadOnlyList<Bucket> Expire(DateOnly today)
    {
        var expired = Buckets.Expire(today);
        Expired += expired.Sum(bucket => bucket.Points);
        return expired;
    }

    public void Record(Transaction transaction)
    {
        _transactions.Add(transaction);
        UpdatedAt = transaction.CreatedAt;
    }

    public void Record(ActivityEntry activity) => _activities.Add(activity);

    public bool KnowsSourceId(string? sourceId) => sourceId is not null && _sourceIds.Contains(sourceId);

    public void RememberSourceId(string? sourceId)
    {
        if (sourceId is not null)
        {
            _sourceIds.Add(sourceId);
        }
    }

    public SandboxCard ToSnapshot() => new()
    {
        Code = Code,
        Id = Id,
        CampaignId = Campaign.Id,
        HolderId = HolderId,
        Balance = Balance,
        Total = Total,
        Points = Added,
        SubtractedPoints = Subtracted,
        ExpiredPoints = Expired,
        RedeemedPoints = Redeemed,
        IsActive = IsActive,
        Buckets = [.. Buckets.All.Select(bucket => bucket.ToSnapshot())],
        PendingPoints = [.. _pending.Select(pending => pending.ToSnapshot())],
    };
}
