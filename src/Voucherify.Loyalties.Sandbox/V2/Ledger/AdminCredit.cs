namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>An adjustment that adds points.</summary>
internal sealed class AdminCredit : CardMovement
{
    public AdminCredit(long points, (DateOnly? Day, string Type) expiration) => (Points, Expiration) = (points, expiration);

    public override string Type => CardTransactionType.AdminCredit;

    public override long Points { get; }

    public override long Change => Points;

    public override Rejection? Check(LoyaltyCard card) => null;

    // Points that only make a negative balance less negative are in no bucket (assumed).
    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        var debt = Math.Max(0, -card.Counters.Balance);
        card.Counters.Added += Points;
        if (Points > debt)
        {
            buckets.Add(card, Points - debt, Expiration!.Value, now);
        }
    }
}
