namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points that a rule gives, and that are active at once.</summary>
internal sealed class PointsEarned : CardMovement
{
    public PointsEarned(long points, (DateOnly? Day, string Type) expiration) => (Points, Expiration) = (points, expiration);

    public override string Type => CardTransactionType.PointsEarned;

    public override long Points { get; }

    public override long Change => Points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.Earned += Points;
        buckets.Add(card, Points, Expiration!.Value, now);
    }
}
