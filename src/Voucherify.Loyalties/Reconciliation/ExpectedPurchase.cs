using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that the purchase of a reward leaves.</summary>
/// <param name="Member">The member.</param>
/// <param name="SourceId">The id under which this client knows the purchase.</param>
/// <param name="RewardId">The reward.</param>
/// <param name="Claims">The transactions that this client knows to be its writes.</param>
internal sealed record ExpectedPurchase(MemberAddress Member, string SourceId, string RewardId, TransactionClaims Claims)
    : KeyedTransaction(Member.MemberId, SourceId, Claims), IOfMember
{
    /// <summary>Returns the transaction of a purchase.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public static ExpectedPurchase Of(PendingPurchase purchase, TransactionClaims claims) =>
        new(purchase.Member, purchase.SourceId, purchase.RewardId.Value, claims)
        {
            Known = [.. (purchase.KnownTransactions ?? []).Select(static id => id.Value)],
        };

    public override string About => $"the reward '{RewardId}'";

    protected override bool Fits(IListedTransaction transaction) =>
        transaction is RewardTransaction purchase
        && purchase.Status?.Value != RewardTransactionStatus.Simulated
        && (purchase.Type is null || purchase.Type.Value.Value == RewardTransactionType.Purchase)
        && (!purchase.RewardId.HasValue || purchase.RewardId.Value == RewardId);
}
