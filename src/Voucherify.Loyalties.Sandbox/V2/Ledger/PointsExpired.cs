namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points whose last day is over.</summary>
internal sealed class PointsExpired : CardMovement
{
    private readonly IReadOnlyList<PointsBucket> _buckets;

    public PointsExpired(IReadOnlyList<PointsBucket> buckets, DateOnly day)
    {
        _buckets = buckets;
        Points = buckets.Sum(static bucket => bucket.Points);
        Expired = ([.. buckets.Select(BucketSnapshot.Of)], day);
    }

    public override string Type => CardTransactionType.PointsExpired;

    public override long Points { get; }

    public override long Change => -Points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        foreach (var bucket in _buckets)
        {
            bucket.Expire(now);
        }

        card.Counters.Expired += Points;
    }
}
