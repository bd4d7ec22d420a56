namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points that an order earned are taken back from the balance, because the order was canceled.</summary>
/// <param name="earned">The movement that added them.</param>
/// <param name="belowZero">Whether all of them are taken back, even if the balance becomes negative.</param>
internal sealed class PointsRefunded(CardTransaction earned, bool belowZero) : CardMovement
{
    private long _points = earned.Movement.Points;

    public override string Type => CardTransactionType.PointsRefunded;

    public override long Points => _points;

    public override long Change => -_points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) =>
        belowZero || card.Counters.Balance > 0 ? null : Rejection.NotEnoughBalance;

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        if (!belowZero)
        {
            _points = Math.Min(_points, card.Counters.Balance);
        }

        card.Counters.Refunded += _points;
        card.Buckets.Take(_points, now);
    }
}
