namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Creates the movements that pay rewards.</summary>
internal static class PurchaseMovement
{
    public static CardMovement Create(RewardPurchase purchase, SpendingLimits limits)
    {
        var quote = purchase.Quote;
        return new PointsSpent(
            CardTransactionType.PointsSpentOnReward,
            quote.Points,
            new MovementLinks { RewardId = quote.RewardId, RewardTransactionId = purchase.Id, TargetCardId = quote.Target?.Id },
            now => limits.Check(quote.Card, quote.Points, now));
    }
}
