using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What a refund leaves: no list shows refunds, but the purchase says that it is refunded.</summary>
/// <param name="Member">The member who bought the reward.</param>
/// <param name="PurchaseId">The purchase.</param>
/// <param name="Claims">Not used: a purchase can be refunded only once.</param>
internal sealed record ExpectedRefund(MemberAddress Member, string PurchaseId, TransactionClaims Claims)
    : KeyedTransaction(Member.MemberId, "refund of " + PurchaseId, Claims), IOfMember
{
    private bool _isListed;

    public override string About => $"the purchase '{PurchaseId}'";

    public override string NamedId => PurchaseId;

    public override void BeginLookup() => _isListed = false;

    public override RowVerdict Judge(ITransactionRow row, RowAge age)
    {
        if (row is not RewardTransaction purchase || row.RowId != PurchaseId)
        {
            return RowVerdict.Unrelated;
        }

        _isListed = true;
        return purchase.IsRefunded ? RowVerdict.Applied : RowVerdict.Unrelated;
    }

    public override LoyaltyException? ObjectionTo(Finding finding) =>
        _isListed ? null : new LoyaltyException($"The purchase '{PurchaseId}' is not among those of '{MemberId}'. It proves nothing.");

    public override string? Complaint(IListedTransaction? transaction) => transaction switch
    {
        not { RowId.Length: > 0 } => "It names no refund.",
        _ when !Fits(transaction) => $"Its transaction {transaction.RowId} is not the refund of {About}.",
        _ => null,
    };

    // The service has refunded the purchase when it answers.
    public override string? Take(IListedTransaction transaction) => null;

    protected override bool Fits(IListedTransaction transaction) =>
        transaction is RewardTransaction refund
        && refund.MayBeRefund
        && (refund.RefundedId.Length == 0 || refund.RefundedId == PurchaseId);
}
