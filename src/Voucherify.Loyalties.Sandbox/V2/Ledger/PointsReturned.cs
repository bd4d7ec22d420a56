namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Spent points come back, with a new expiration (documented).</summary>
internal sealed class PointsReturned : CardMovement
{
    public PointsReturned(long points, (DateOnly? Day, string Type) expiration, MovementLinks links)
    {
        Points = points;
        Expiration = expiration;
        Links = links;
    }

    public override string Type => CardTransactionType.PointsReturned;

    public override long Points { get; }

    public override long Change => Points;

    /// <summary>The movement that paid the order, or null if a purchase is refunded.</summary>
    public CardTransaction? Payment { get; init; }

    // The refund of a purchase is approved already.
    public override bool IsCertain => Payment is null;

    // A payment that was rejected meanwhile has spent nothing.
    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => Payment?.Rejection;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.Returned += Points;
        buckets.Add(card, Points, Expiration!.Value, now);
    }
}
