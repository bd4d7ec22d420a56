using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Applies the refund rules of card definitions to orders that are canceled: points that paid the order come back, then points that it
/// earned are taken back (the order is assumed).
/// </summary>
internal sealed class OrderRefunds(CardLedger ledger, BucketFactory buckets, OrderEarnings earnings, OrderPayments payments)
{
    // Assumed.
    private const string Reason = "Order refund";

    public void Refund(ShopOrder order, SandboxCall call)
    {
        var note = RecordedReason.OfService(Reason, call) with { OrderId = order.Id };
        foreach (var payment in payments.ToReturn(order.Id).Where(static payment => PolicyOf(payment.Quote.Card).ReturnsSpent).ToList())
        {
            payment.IsReturned = true;
            ledger.Record(payment.Quote.Card, ReturnOf(payment, call.Now), note, call);
        }

        foreach (var earned in earnings.Remove(order.Id))
        {
            if (RevokeOf(earned) is { } movement)
            {
                ledger.Record(earned.Card, movement, note, call);
            }
        }
    }

    private static OrderRefundPolicy PolicyOf(LoyaltyCard card) => card.Definition.OrderRefunds;

    private static CardMovement? RevokeOf(CardTransaction earned)
    {
        var policy = PolicyOf(earned.Card);
        var bucket = earned.Card.PendingBuckets.Find(bucket => bucket.Id == earned.Movement.ResourceId);
        var isPending = earned.Movement is PendingAdded && bucket is null or { IsPending: true };
        return bucket?.Status is PendingBucket.Canceled ? null
            : policy.Method is OrderRefundPolicy.FromPending ? (isPending ? new PendingRevoked(earned) : null)
            : policy.Method is OrderRefundPolicy.FromBalance ? new PointsRefunded(earned, policy.BelowZero)
            : null;
    }

    private PointsReturned ReturnOf(OrderTransaction payment, DateTimeOffset now) => new(
        payment.Quote.Points,
        buckets.ExpirationOf(payment.Quote.Card, now),
        new MovementLinks { OrderId = payment.Quote.OrderId, OrderTransactionId = payment.Id })
    {
        Payment = payment.Movement,
    };
}
