using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>The hand-written part: the short forms of refunds.</summary>
public static partial class V2PurchasesClientExtensions
{
    /// <inheritdoc cref="IPurchasesClient.RefundPurchaseAsync"/>
    public static Task<PurchaseRefund> RefundPurchaseAsync(
        this IPurchasesClient purchases,
        ProgramId programId,
        MemberId memberId,
        RewardTransactionId rewardTransactionId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        return purchases.RefundPurchaseAsync(programId, memberId, rewardTransactionId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IPurchasesClient.RefundPurchaseAsync"/>
    public static Task<PurchaseRefund> RefundPurchaseAsync(
        this IPurchasesClient purchases,
        ProgramId programId,
        MemberId memberId,
        RewardTransactionId rewardTransactionId,
        RefundPurchaseRequest? request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        return purchases.RefundPurchaseAsync(programId, memberId, rewardTransactionId, request, cancellationToken: cancellationToken);
    }
}
