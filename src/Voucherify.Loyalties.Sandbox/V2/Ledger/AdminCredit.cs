namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>An adjustment that adds points.</summary>
internal sealed class AdminCredit : CardMovement
{
    public AdminCredit(long points, (DateOnly? Day, string Type) expiration) => (Points, Expiration) = (points, expiration);

    public override string Type => CardTransactionType.AdminCredit;

    public override long Points { get; }

    public override long Change => Points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) => null;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.Added += Points;
        buckets.Add(card, Points, Expiration!.Value, now);
    }
}
