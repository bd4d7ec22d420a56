using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes purchases of rewards, which are reconciled when their outcome is unknown.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class RewardPurchases(ResourceContext context, IPurchasesApi api)
{
    private readonly KeyedWrites _calls = new(context);
    private readonly PurchaseWrites _writes = new(api, context.Reconciliation.Claims);

    /// <summary>Starts a purchase.</summary>
    /// <exception cref="ArgumentException">An id or the request is not valid.</exception>
    public Task<RewardTransaction> StartAsync(
        ProgramId programId, MemberId memberId, PurchaseRewardRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        PurchaseRewardRules.Require(request);
        var purchase = PendingPurchase.Of(programId, memberId, request, context.NewSourceId(), context.UtcNow);
        return _calls.StartAsync(_writes.Create(purchase), options, cancellationToken);
    }

    /// <summary>Resumes a purchase.</summary>
    /// <exception cref="ArgumentException">An id or the purchase is not valid.</exception>
    public Task<RewardTransaction> ResumeAsync(
        PendingPurchase purchase, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        PurchaseRewardRules.Require(purchase, resume);
        return _calls.ResumeAsync(_writes.Create(purchase), resume, options, cancellationToken);
    }
}
