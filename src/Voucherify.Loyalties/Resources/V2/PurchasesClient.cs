using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: purchases, which are reconciled when their outcome is unknown, their dry runs, and refunds.</summary>
internal sealed partial class PurchasesClient
{
    private RewardPurchases Purchases => field ??= new RewardPurchases(_context, _api);

    private PurchaseRefunds Refunds => field ??= new PurchaseRefunds(_context, _api);

    /// <inheritdoc />
    public Task<RewardTransaction> PurchaseRewardAsync(
        ProgramId programId,
        MemberId memberId,
        PurchaseRewardRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Purchases.StartAsync(programId, memberId, request, options, cancellationToken);

    /// <inheritdoc />
    public Task<RewardTransaction> SimulatePurchaseAsync(
        ProgramId programId,
        MemberId memberId,
        PurchaseRewardRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var member = MemberAddress.Of(programId, memberId);
        PurchaseRewardRules.Require(request);
        var body = request with { Mode = TransactionMode.DryRun };
        return _context.Dispatcher
            .SendAsync(
                V2Operations.SimulatePurchase,
                () => _api.PurchaseReward(member.ProgramId, member.MemberId, body),
                options,
                cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }

    /// <inheritdoc />
    public Task<RewardTransaction> ResumePurchaseAsync(
        PendingPurchase purchase,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Purchases.ResumeAsync(purchase, resumeOptions, options, cancellationToken);

    /// <inheritdoc />
    public Task<RewardTransaction> WaitForPurchaseAsync(
        ProgramId programId,
        MemberId memberId,
        RewardTransactionId transactionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var member = MemberAddress.Of(programId, memberId);
        var purchase = IdCheck.Require(transactionId);
        return this.NewWait(member, purchase, _context, WaitOptions.Checked(wait)).UntilEndedAsync(options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<PurchaseRefund> RefundPurchaseAsync(
        ProgramId programId,
        MemberId memberId,
        RewardTransactionId rewardTransactionId,
        RefundPurchaseRequest? request = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var member = MemberAddress.Of(programId, memberId);
        var purchase = IdCheck.Require(rewardTransactionId);
        return Refunds.RefundAsync(member, purchase, request ?? new(), options, cancellationToken);
    }
}
