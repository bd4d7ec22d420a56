namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points that a rule gives, and that are not active yet.</summary>
internal sealed class PendingAdded : CardMovement
{
    public PendingAdded(long points, (DateOnly Day, string Type) activation) => (Points, Activation) = (points, activation);

    public override string Type => CardTransactionType.PendingPointsAdded;

    public override long Points { get; }

    public override long Change => 0;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.PendingAdded += Points;
        ResourceId = buckets.AddPending(card, Points, Activation!.Value, now).Id;
    }
}
