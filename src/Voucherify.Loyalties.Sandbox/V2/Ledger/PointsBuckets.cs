namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// The buckets of a card in the order of consumption: the one that expires soonest first, those that never expire last, the oldest first
/// among equals (documented for v1, assumed for v2). A negative balance has no points in any bucket.
/// </summary>
internal sealed class PointsBuckets
{
    private readonly List<PointsBucket> _buckets = [];

    /// <summary>The buckets with points that expire.</summary>
    public IEnumerable<PointsBucket> Expiring => _buckets.Where(static bucket => bucket is { Points: > 0, ExpiresOn: not null });

    /// <summary>Finds a bucket of points that expire, or have expired.</summary>
    public PointsBucket? Find(string id) =>
        _buckets.Find(bucket => bucket.ExpiresOn is not null && string.Equals(bucket.Id, id, StringComparison.Ordinal));

    /// <summary>Finds the bucket that points with an expiration belong to.</summary>
    public PointsBucket? Find(DateOnly? expiresOn, string expirationType) =>
        _buckets.Find(bucket => bucket.Status == "ACTIVE" && bucket.ExpiresOn == expiresOn && bucket.ExpirationType == expirationType);

    public void Add(PointsBucket bucket)
    {
        var position = _buckets.FindIndex(other => (other.ExpiresOn ?? DateOnly.MaxValue) > (bucket.ExpiresOn ?? DateOnly.MaxValue));
        _buckets.Insert(position < 0 ? _buckets.Count : position, bucket);
    }

    /// <summary>Takes points, as far as there are any.</summary>
    public void Take(long points, DateTimeOffset now)
    {
        foreach (var bucket in _buckets.Where(static bucket => bucket.Points > 0))
        {
            if (points == 0)
            {
                return;
            }

            var taken = Math.Min(points, bucket.Points);
            (bucket.Points, bucket.UpdatedAt) = (bucket.Points - taken, now);
            points -= taken;
        }
    }
}
