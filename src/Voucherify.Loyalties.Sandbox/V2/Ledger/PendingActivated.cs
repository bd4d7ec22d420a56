namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Pending points become active.</summary>
internal sealed class PendingActivated : PendingMovement
{
    public PendingActivated(PendingBucket pending, (DateOnly? Day, string Type) expiration)
        : base(pending, "ACTIVATED") => Expiration = expiration;

    public override string Type => CardTransactionType.PendingPointsActivated;

    public override long Change => Points;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        End(now);
        card.Counters.PendingActivated += Points;
        card.Counters.Earned += Points;
        buckets.Add(card, Points, Expiration!.Value, now);
    }
}
