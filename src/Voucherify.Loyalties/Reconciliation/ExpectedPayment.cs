using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a payment of an order leaves.</summary>
/// <param name="Member">The member.</param>
/// <param name="SourceId">The id under which this client knows the payment.</param>
/// <param name="CardId">The card that pays.</param>
/// <param name="Order">The order.</param>
/// <param name="Claims">The transactions that this client knows to be its writes.</param>
internal sealed record ExpectedPayment(
    MemberAddress Member, string SourceId, string CardId, PaidOrder Order, TransactionClaims Claims)
    : KeyedTransaction(Member.MemberId, SourceId, Claims)
{
    /// <summary>Returns the transaction of a payment.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public static ExpectedPayment Of(PendingPayment payment, TransactionClaims claims) =>
        new(payment.Member, payment.SourceId, payment.CardId.Value, new PaidOrder(payment.Order), claims)
        {
            Limit = payment.Limit,
            Known = [.. (payment.KnownTransactions ?? []).Select(static id => id.Value)],
        };

    /// <summary>How much may be paid.</summary>
    public PaymentLimit? Limit { get; init; }

    public override string About => $"the order '{Order.Name}'";

    // What the transaction does not say speaks against nothing.
    protected override bool Fits(IListedTransaction transaction) =>
        transaction is OrderTransaction payment
        && !payment.IsSimulated
        && IsSame(payment.CardId.Value, CardId)
        && IsSame(payment.OrderId.Value, Order.Id)
        && payment.MayHave(Limit);

    private static bool IsSame(string shown, string? own) => shown.Length == 0 || own is null || shown == own;
}
