using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The payments of orders with points. The same order can be paid again (documented).</summary>
internal sealed class OrderPayments(TimedIds ids, CardLedger ledger, PaymentCheck check)
{
    // Assumed.
    private const string Reason = "Pay with points";

    private readonly List<OrderTransaction> _payments = [];

    /// <summary>Returns the payments of a member, oldest first.</summary>
    public IEnumerable<OrderTransaction> Of(Member member) => _payments.Where(payment => payment.Quote.Card.Member == member);

    /// <summary>Returns the payments of an order whose points could still come back, oldest first.</summary>
    public IEnumerable<OrderTransaction> ToReturn(string orderId) =>
        Of(orderId).Where(static payment => payment.Movement.Rejection is null);

    public OrderTransaction Record(PaymentQuote quote, SandboxCall call)
    {
        var note = RecordedReason.OfService(Reason, call);
        var payment = new OrderTransaction(ids.Next("lotx_", call.Now), quote)
        {
            PaymentId = ids.Next("ordpay_", call.Now),
            Reason = note.Reason,
        };
        var links = new MovementLinks { OrderId = quote.OrderId, OrderTransactionId = payment.Id };
        var movement = new PointsSpent(
            CardTransactionType.PointsSpentOnOrder,
            quote.Points,
            links,
            now => check.Find(quote, PaidOf(quote.OrderId), now));
        payment.Movement = ledger.Record(quote.Card, movement, note, call);
        _payments.Add(payment);
        return payment;
    }

    private long PaidOf(string orderId) =>
        Of(orderId).Where(static payment => payment.IsApproved).Sum(static payment => payment.Quote.Amount);

    private IEnumerable<OrderTransaction> Of(string orderId) =>
        _payments.Where(payment => payment.Quote.OrderId == orderId && !payment.IsReturned);
}
