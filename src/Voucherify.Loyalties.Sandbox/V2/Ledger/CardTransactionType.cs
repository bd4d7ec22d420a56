namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The types of card transactions that the sandbox writes (documented).</summary>
internal static class CardTransactionType
{
    public const string AdminCredit = "ADMIN_CREDIT";
    public const string AdminDebit = "ADMIN_DEBIT";
    public const string AdminPointsExpiration = "ADMIN_POINTS_EXPIRATION";
    public const string PointsEarned = "POINTS_EARNED";
    public const string PointsSpentOnOrder = "POINTS_SPENT_ON_ORDER";
    public const string PointsSpentOnReward = "POINTS_SPENT_ON_REWARD";
    public const string PointsPurchased = "POINTS_PURCHASED";
    public const string PointsPurchaseReversed = "POINTS_PURCHASE_REVERSED";
    public const string PointsRefunded = "POINTS_REFUNDED";
    public const string PointsReturned = "POINTS_RETURNED";
    public const string PointsExpired = "POINTS_EXPIRED";
    public const string PendingPointsAdded = "PENDING_POINTS_ADDED";
    public const string PendingPointsActivated = "PENDING_POINTS_ACTIVATED";
    public const string PendingPointsCanceled = "PENDING_POINTS_CANCELED";
}
