using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Returns the points that paid an order.</summary>
internal sealed class PaymentReturns(CardLedger ledger, BucketFactory buckets, OrderPayments payments)
{
    public void Return(string orderId, RecordedNote note, SandboxCall call)
    {
        var returned = payments.ToReturn(orderId)
            .Where(static payment => payment.Quote.Card.Definition.OrderRefunds.ReturnsSpent)
            .ToList();
        foreach (var payment in returned)
        {
            payment.IsReturned = true;
            ledger.Record(payment.Quote.Card, MovementOf(payment, call.Now), note, call);
        }
    }

    private PointsReturned MovementOf(OrderTransaction payment, DateTimeOffset now) => new(
        payment.Quote.Points,
        buckets.ExpirationOf(payment.Quote.Card, now),
        new MovementLinks { OrderId = payment.Quote.OrderId, OrderTransactionId = payment.Id })
    {
        Payment = payment.Movement,
    };
}
