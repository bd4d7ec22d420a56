using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the writes that buy rewards.</summary>
/// <param name="api">Builds the requests.</param>
/// <param name="claims">The transactions that this client knows to be its writes.</param>
internal sealed class PurchaseWrites(IPurchasesApi api, TransactionClaims claims)
{
    /// <summary>Creates the write of a purchase.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public KeyedWrite<RewardTransactionAnswer, RewardTransaction> Create(PendingPurchase purchase)
    {
        var (member, body) = (purchase.Member, purchase.ToBody());
        return new(
            V2Operations.PurchaseReward,
            TransactionAnswers.OfReward,
            ExpectedPurchase.Of(purchase, claims),
            purchase,
            () => api.PurchaseReward(member.ProgramId, member.MemberId, body));
    }
}
