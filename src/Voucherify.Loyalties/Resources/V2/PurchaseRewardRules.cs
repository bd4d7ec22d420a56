using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>What a purchase must be like before anything is sent.</summary>
internal static class PurchaseRewardRules
{
    private const string Path = "request";

    /// <summary>Accepts a request with the id of a reward.</summary>
    /// <exception cref="ArgumentException">The request is invalid.</exception>
    public static void Require(PurchaseRewardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.Require(request.RewardId.HasValue, Path, nameof(request.RewardId));
        RequestCheck.Id<RewardId>(request.RewardId, Path, nameof(request.RewardId));
    }

    /// <summary>Accepts a purchase that can be resumed.</summary>
    /// <exception cref="ArgumentException">The purchase or the id of its transaction is invalid.</exception>
    public static void Require(PendingPurchase purchase, ResumeOptions? resume)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        Require(purchase.ToRequest());
        RequestCheck.Ids(purchase.KnownTransactions, nameof(purchase), nameof(purchase.KnownTransactions));
        RequestCheck.Id<RewardTransactionId>(resume?.TransactionId, nameof(resume), nameof(resume.TransactionId));
    }
}
