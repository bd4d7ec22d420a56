using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that refund purchases.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
internal sealed class RefundWrites(ResourceContext context, IPurchasesApi api)
{
    /// <summary>Creates the write of a refund.</summary>
    public KeyedWrite<RewardTransactionAnswer> Create(MemberAddress member, string purchaseId, RefundPurchaseRequest request) =>
        RewardWrites.Create(
            V2Operations.RefundPurchase,
            new ExpectedRefund(member, purchaseId, context.Reconciliation.Claims),
            pending: null,
            () => api.RefundPurchase(member.ProgramId, purchaseId, request));
}
