namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>
/// The types of activities that the sandbox records (documented, spelled as in the document of this operation). There is none for
/// points that are removed.
/// </summary>
internal static class ActivityType
{
    public const string PointsAdded = "customer.voucher.loyalty_card.points_added";
    public const string PointsTransferred = "customer.voucher.loyalty_card.points_transferred";
    public const string PointsExpired = "customer.voucher.loyalty_card.points_expired";
    public const string PendingAdded = "customer.voucher.loyalty_card.pending_points.added";
    public const string PendingUpdated = "customer.voucher.loyalty_card.pending_points.updated";
    public const string PendingCanceled = "customer.voucher.loyalty_card.pending_points.canceled";
    public const string PendingActivated = "customer.voucher.loyalty_card.pending_points.activated";
    public const string RewardedPoints = "customer.rewarded.loyalty_points";
    public const string Redeemed = "customer.redemption.succceeded";
    public const string Published = "customer.publication.succeeded";
    public const string TierJoined = "customer.loyalty.tier.joined";
    public const string TierLeft = "customer.loyalty.tier.left";
    public const string TierUpgraded = "customer.loyalty.tier.upgraded";
    public const string TierDowngraded = "customer.loyalty.tier.downgraded";

    /// <summary>Returns the activities of a transaction, in the order in which they are listed (assumed).</summary>
    public static IReadOnlyList<string> Of(Transaction transaction) => transaction.Type switch
    {
        TransactionType.Addition => [PointsAdded],
        TransactionType.Accrual => [RewardedPoints, PointsAdded],
        TransactionType.TransferIn or TransactionType.TransferOut => [PointsTransferred],
        TransactionType.Expiration => [PointsExpired],
        TransactionType.Redemption => [Redeemed],
        TransactionType.PendingPointsActivation => [PendingActivated],
        _ => [],
    };
}
