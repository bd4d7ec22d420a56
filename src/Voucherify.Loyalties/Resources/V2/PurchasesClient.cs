using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: one method buys, and another one only computes what a purchase would be.</summary>
internal sealed partial class PurchasesClient
{
    private RewardPurchases Purchases => new(_context, _api);

    /// <inheritdoc />
    public Task<RewardTransaction> PurchaseRewardAsync(
        ProgramId programId,
        MemberId memberId,
        PurchaseRewardRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        PurchaseRewardRules.Require(request);
        return Purchases.SendAsync(
            V2Operations.PurchaseReward,
            programId,
            memberId,
            request with { Mode = TransactionMode.Transaction },
            options,
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<RewardTransaction> SimulatePurchaseAsync(
        ProgramId programId,
        MemberId memberId,
        PurchaseRewardRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        PurchaseRewardRules.Require(request);
        return Purchases.SendAsync(
            V2Operations.SimulatePurchase,
            programId,
            memberId,
            request with { Mode = TransactionMode.DryRun },
            options,
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<RewardTransaction> RefundPurchaseAsync(
        ProgramId programId,
        RewardTransactionId rewardTransactionId,
        RefundPurchaseRequest? request = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Purchases.RefundAsync(programId, rewardTransactionId, request ?? new(), options, cancellationToken);
}
