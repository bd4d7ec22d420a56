namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A request makes the points of a bucket expire. Points that were spent meanwhile do not (assumed).</summary>
internal sealed class AdminExpiration : CardMovement
{
    private readonly PointsBucket _bucket;
    private long _points;

    public AdminExpiration(PointsBucket bucket)
    {
        _bucket = bucket;
        _points = bucket.Points;
        Bucket = BucketSnapshot.Of(bucket);
        ResourceId = bucket.Id;
    }

    public override string Type => CardTransactionType.AdminPointsExpiration;

    public override long Points => _points;

    public override long Change => -_points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => _bucket.Points > 0 ? null : Rejection.BucketHasEnded;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        _points = _bucket.Points;
        _bucket.Expire(now);
        card.Counters.Expired += _points;
    }
}
