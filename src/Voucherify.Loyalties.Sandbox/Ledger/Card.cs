namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>A loyalty card: counters, buckets and history.</summary>
internal sealed class Card(string id, string code, SandboxCampaign campaign, string? holderId, DateTimeOffset createdAt)
{
    private readonly List<Transaction> _transactions = [];
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

    /// <summary>Points accepted in answers but not yet applied.</summary>
    public long Queued { get; set; }

    /// <summary>
    /// Added minus removed and expired, as in nearly all of the vendor's examples (E). Nothing is redeemed here yet,
    /// so the balance is the same number.
    /// </summary>
    public long Total => Added - Subtracted - Expired;

    public long Balance => Total;

    /// <summary>Oldest first, by ascending id.</summary>
    public IReadOnlyList<Transaction> Transactions => _transactions;

    public void Add(Bucket bucket)
    {
        Added += bucket.Points;
        Buckets.Add(bucket);
    }

    public void Remove(long points)
    {
        Subtracted += points;
        Buckets.Consume(points);
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

    public bool KnowsSourceId(string sourceId) => _sourceIds.Contains(sourceId);

    public void RememberSourceId(string sourceId) => _sourceIds.Add(sourceId);

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
        Buckets = [.. Buckets.All.Select(bucket => bucket.ToSnapshot())],
    };
}
