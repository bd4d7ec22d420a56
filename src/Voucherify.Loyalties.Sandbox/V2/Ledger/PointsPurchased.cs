namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A bought reward adds points to a card.</summary>
internal sealed class PointsPurchased : CardMovement
{
    public PointsPurchased(long points, (DateOnly? Day, string Type) expiration, MovementLinks links)
    {
        Points = points;
        Expiration = expiration;
        Links = links;
    }

    public override string Type => CardTransactionType.PointsPurchased;

    public override long Points { get; }

    public override long Change => Points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.Purchased += Points;
        buckets.Add(card, Points, Expiration!.Value, now);
    }
}
