namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>A loyalty card: counters, buckets and history.</summary>
internal sealed class Card(string id, string code, SandboxCampaign campaign, string? holderId, DateTimeOffset createdAt)
{
    private readonly List<Transaction> _transactions = [];
    private readonly List<PendingEntry> _pending = [];
    private readonly HashSet<string> _sourceIds = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Code { get; } = code;

    public SandboxCampaign Campaign { get; } = campaign;

    public string? HolderId { get; } = holderId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; private set; }

    public BucketList Buckets { get; } = new();

    /// <summary>All points ever added (D: <c>loyalty_card.points</c>).</summary>
    public long Added { get; private set; }

    public long Subtracted { get; private set; }

    public long Expired { get; private set; }

    public long Redeemed { get; private set; }

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

    /// <summary>Expires what was usable only until the day before, and says how much that was.</summary>
    public long Expire(DateOnly today)
    {
        var points = Buckets.Expire(today);
        Expired += points;
        return points;
    }

    public void Record(Transaction transaction)
    {
        _transactions.Add(transaction);
        UpdatedAt = transaction.CreatedAt;
    }

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
