using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes purchases of rewards, which are reconciled when their outcome is unknown.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="writes">Creates the writes.</param>
internal sealed class RewardPurchases(ResourceContext context, PurchaseWrites writes)
{
    private readonly KeyedWrites _calls = new(context);

    /// <summary>Starts a purchase.</summary>
    /// <exception cref="ArgumentException">An id or the request is not valid.</exception>
    public Task<RewardTransaction> StartAsync(
        ProgramId programId, MemberId memberId, PurchaseRewardRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        PurchaseRewardRules.Require(request);
        var purchase = PendingPurchase.Of(programId, memberId, request, context.NewSourceId(), context.UtcNow);
        return _calls.StartAsync(writes.Create(purchase), options, cancellationToken).SelectAsync(static answer => answer.Transaction!);
    }

    /// <summary>Resumes a purchase.</summary>
    /// <exception cref="ArgumentException">An id or the purchase is not valid.</exception>
    public Task<RewardTransaction> ResumeAsync(
        PendingPurchase purchase, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        PurchaseRewardRules.Require(purchase, resume);
        return _calls.ResumeAsync(writes.Create(purchase), resume, options, cancellationToken)
            .SelectAsync(static answer => answer.Transaction!);
    }
}
