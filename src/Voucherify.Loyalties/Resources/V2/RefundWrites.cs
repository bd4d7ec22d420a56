using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that refund purchases.</summary>
/// <param name="api">Builds the requests.</param>
/// <param name="claims">The transactions that this client knows to be its writes.</param>
internal sealed class RefundWrites(IPurchasesApi api, TransactionClaims claims)
{
    /// <summary>Creates the write of a refund.</summary>
    public KeyedWrite<RewardTransactionAnswer, RewardTransaction> Create(
        MemberAddress member, string purchaseId, RefundPurchaseRequest request) =>
        new(
            V2Operations.RefundPurchase,
            TransactionAnswers.OfReward,
            new ExpectedRefund(member, purchaseId, claims),
            Pending: null,
            () => api.RefundPurchase(member.ProgramId, purchaseId, request));
}
