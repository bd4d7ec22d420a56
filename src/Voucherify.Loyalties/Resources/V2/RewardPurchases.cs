using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Sends purchases and refunds, and returns their transactions.</summary>
internal sealed class RewardPurchases(ResourceContext context, IPurchasesApi api)
{
    /// <summary>Sends a purchase, or its dry run.</summary>
    public Task<RewardTransaction> SendAsync(
        Operation<RewardTransactionAnswer> operation,
        ProgramId programId,
        MemberId memberId,
        PurchaseRewardRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var program = IdCheck.Require(programId);
        var member = IdCheck.Require(memberId);
        return context.Dispatcher
            .SendAsync(operation, () => api.PurchaseReward(program, member, request), options, cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }

    /// <summary>Refunds a purchase.</summary>
    public Task<RewardTransaction> RefundAsync(
        ProgramId programId,
        RewardTransactionId rewardTransactionId,
        RefundPurchaseRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var program = IdCheck.Require(programId);
        var purchase = IdCheck.Require(rewardTransactionId);
        return context.Dispatcher
            .SendAsync(V2Operations.RefundPurchase, () => api.RefundPurchase(program, purchase, request), options, cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }
}
