namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points pay an order or a reward.</summary>
internal sealed class PointsSpent : CardMovement
{
    private readonly Func<DateTimeOffset, Rejection?> _check;

    /// <param name="type">The type of the transaction.</param>
    /// <param name="points">The points.</param>
    /// <param name="links">What is paid.</param>
    /// <param name="check">Returns why it cannot be paid now, or null.</param>
    public PointsSpent(string type, long points, MovementLinks links, Func<DateTimeOffset, Rejection?> check)
    {
        Type = type;
        Points = points;
        Links = links;
        _check = check;
    }

    public override string Type { get; }

    public override long Points { get; }

    public override long Change => -Points;

    public override bool IsSpending => true;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) =>
        card.Counters.Balance < Points ? Rejection.NotEnoughBalance : _check(now);

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        card.Counters.Spent += Points;
        card.Buckets.Take(Points, now);
    }
}
