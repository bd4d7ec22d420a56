namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>
/// The buckets of a card in the order of consumption: the one that expires soonest first, those that never expire last (documented),
/// the oldest first among equals (assumed).
/// </summary>
internal sealed class BucketList
{
    private readonly List<Bucket> _buckets = [];
    private readonly List<Bucket> _expired = [];

    // Every bucket before this one is empty, so a card that was used a thousand times is not searched from the start.
    private int _firstFull;

    /// <summary>The buckets that have not expired.</summary>
    public IReadOnlyList<Bucket> All => _buckets;

    /// <summary>The buckets that have expired, with the points that were left.</summary>
    public IReadOnlyList<Bucket> Expired => _expired;

    /// <summary>The bucket that expires next, not counting empty ones (assumed: the vendor's examples disagree).</summary>
    public Bucket? NextToExpire =>
        _buckets.FindIndex(_firstFull, bucket => bucket.Points > 0) is >= 0 and var index && _buckets[index].ExpiresOn is not null
            ? _buckets[index]
            : null;

    public void Add(Bucket bucket)
    {
        var position = _buckets.Count;
        while (position > 0 && ExpiresBefore(bucket, _buckets[position - 1]))
        {
            position--;
        }

        _buckets.Insert(position, bucket);
        _firstFull = Math.Min(_firstFull, position);
    }

    /// <summary>Consumes points. The caller has checked that there are enough.</summary>
    public void Consume(long points, DateTimeOffset now)
    {
        while (points > 0)
        {
            points -= _buckets[_firstFull].Take(points, now);
            if (_buckets[_firstFull].Points == 0)
            {
                _firstFull++;
            }
        }
    }

    /// <summary>Removes every bucket whose last day is before <paramref name="today"/>, and returns them.</summary>
    public IReadOnlyList<Bucket> Expire(DateOnly today)
    {
        var expired = _buckets.TakeWhile(bucket => bucket.ExpiresOn < today).ToList();
        _buckets.RemoveRange(0, expired.Count);
        _firstFull = Math.Max(0, _firstFull - expired.Count);
        _expired.AddRange(expired);
        return expired;
    }

    private static bool ExpiresBefore(Bucket left, Bucket right) =>
        (left.ExpiresOn ?? DateOnly.MaxValue) < (right.ExpiresOn ?? DateOnly.MaxValue)
        || (left.ExpiresOn is not null && right.ExpiresOn is null);
}
