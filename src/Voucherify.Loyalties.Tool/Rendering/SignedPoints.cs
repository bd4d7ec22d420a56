using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>The points of a transaction, with a sign. The sign in the response is not reliable, so the type decides.</summary>
internal static class SignedPoints
{
    private static readonly HashSet<LoyaltyTransactionType> Outgoing =
    [
        LoyaltyTransactionType.PointsRemoval,
        LoyaltyTransactionType.PointsRedemption,
        LoyaltyTransactionType.PointsExpiration,
        LoyaltyTransactionType.PointsTransferOut,
    ];

    private static readonly HashSet<LoyaltyTransactionType> Incoming =
    [
        LoyaltyTransactionType.PointsAccrual,
        LoyaltyTransactionType.PointsAddition,
        LoyaltyTransactionType.PointsRefund,
        LoyaltyTransactionType.PointsTransferIn,
        LoyaltyTransactionType.PendingPointsActivation,
    ];

    public static long? Of(LoyaltyTransaction transaction) => (transaction.Points, transaction.Type) switch
    {
        ({ } points, { } type) when Outgoing.Contains(type) => -Math.Abs(points),
        ({ } points, { } type) when Incoming.Contains(type) => Math.Abs(points),
        var (points, _) => points,
    };

    public static long? Of(CardTransaction transaction) => (transaction.Points, transaction.Type?.Value) switch
    {
        ({ } points,
            CardTransactionType.AdminDebit
            or CardTransactionType.AdminPointsExpiration
            or CardTransactionType.PointsSpentOnReward
            or CardTransactionType.PointsPurchaseReversed
            or CardTransactionType.PointsSpentOnOrder
            or CardTransactionType.PointsExpired
            or CardTransactionType.PendingPointsCanceled) => -Math.Abs(points),
        var (points, _) => points,
    };
}
