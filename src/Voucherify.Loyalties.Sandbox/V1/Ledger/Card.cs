using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A loyalty card: counters, buckets and history.</summary>
internal sealed class Card(string id, string code, Campaign campaign, string? holderId, DateTimeOffset createdAt) : IDated
{
    private readonly List<Transaction> _transactions = [];
    private readonly List<PendingEntry> _pending = [];
    private readonly List<ActivityEntry> _activities = [];
    private readonly HashSet<string> _sourceIds = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Code { get; } = code;

    public Campaign Campaign { get; } = campaign;

    /// <summary>The customer who was given the card, or null.</summary>
    public string? HolderId { get; set; } = holderId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public BucketList Buckets { get; } = new();

    /// <summary>All points ever added (D: <c>loyalty_card.points</c>).</summary>
    public long Added { get; private set; }

    public long Subtracted { get; private set; }

    public long Expired { get; private set; }

    public long Redeemed { get; private set; }

    /// <summary>The tier when it was last looked at, and since when: see <see cref="TierTracker"/>.</summary>
    public Tier? Tier { get; set; }

    public DateTimeOffset TierSince { get; set; }

    /// <summary>Points that wait for their day.</summary>
    public long Pending { get; set; }

    /// <summary>What answers promised but is not yet applied: the change of the balance.</summary>
    public long Queued { get; set; }

    /// <summary>
    /// Added minus removed and expired, as in nearly all of the vendor's examples (E). Transfers count as added and
    /// removed (A: only so the documented formula of the balance holds); redemptions do not move it (E).
    /// </summary>
    public long Total => Added - Subtracted - Expired;

    public long Balance => Total - Redeemed;

    /// <summary>The balance once everything accepted is applied.</summary>
    public long ExpectedBalance => Balance + Queued;

    /// <summary>Oldest first, by ascending id.</summary>
    public IReadOnlyList<Transaction> Transactions => _transactions;

    /// <summary>Oldest first, by ascending id.</summary>
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
        Buckets.Consume(points, now);
    }

    public void Add(PendingEntry pending)
    {
        Pending += pending.Points;
        _pending.Add(pending);
    }

    /// <summary>Expires what was usable only until the day before, and says which buckets those were.</summary>
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
        Buckets = [.. Buckets.All.Select(bucket => bucket.ToSnapshot())],
        PendingPoints = [.. _pending.Select(pending => pending.ToSnapshot())],
    };
}
