using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that buy rewards.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class PurchaseWrites(ResourceContext context, IPurchasesApi api)
{
    /// <summary>Creates the write of a purchase.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public KeyedWrite<RewardTransactionAnswer> Create(PendingPurchase purchase)
    {
        var (member, body) = (purchase.Member, purchase.ToBody());
        return RewardWrites.Create(
            V2Operations.PurchaseReward,
            ExpectedPurchase.Of(purchase, context.Reconciliation.Claims),
            purchase,
            () => api.PurchaseReward(member.ProgramId, member.MemberId, body));
    }
}
