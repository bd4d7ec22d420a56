namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Pending points never become active.</summary>
internal sealed class PendingCanceled(PendingBucket pending) : PendingMovement(pending, PendingBucket.Canceled)
{
    public override string Type => CardTransactionType.PendingPointsCanceled;

    public override long Change => 0;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        End(now);
        card.Counters.PendingCanceled += Points;
    }
}
