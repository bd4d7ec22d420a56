namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Points that an order earned never become active, because the order was canceled. Other points of their bucket stay.
/// </summary>
internal sealed class PendingRevoked : CardMovement
{
    private readonly CardTransaction _earned;

    public PendingRevoked(CardTransaction earned)
    {
        _earned = earned;
        Activation = earned.Movement.Activation;
    }

    public override string Type => CardTransactionType.PendingPointsCanceled;

    public override long Points => _earned.Movement.Points;

    public override long Change => 0;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) =>
        FindBucket(card) is null ? Rejection.BucketHasEnded : null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        var bucket = FindBucket(card)!;
        ResourceId = bucket.Id;
        bucket.Points -= Points;
        (bucket.Status, bucket.UpdatedAt) = (bucket.Points == 0 ? PendingBucket.Canceled : bucket.Status, now);
        card.Counters.PendingCanceled += Points;
    }

    private PendingBucket? FindBucket(LoyaltyCard card) =>
        card.PendingBuckets.Find(bucket => bucket.IsPending && bucket.Id == _earned.Movement.ResourceId);
}
