namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A refund takes the points of a bought reward back. It has the expiration of the purchase (documented).</summary>
internal sealed class PurchaseReversed : CardMovement
{
    public PurchaseReversed(long points, (DateOnly? Day, string Type) expiration, MovementLinks links)
    {
        Points = points;
        Expiration = expiration;
        Links = links;
    }

    public override string Type => CardTransactionType.PointsPurchaseReversed;

    public override long Points { get; }

    public override long Change => -Points;

    // Its refund is approved already.
    public override bool IsCertain => true;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.PurchasedReversed += Points;
        card.Buckets.Take(Points, now);
    }
}
