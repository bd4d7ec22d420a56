using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Takes back the points that an order earned.</summary>
internal sealed class EarningReversals(CardLedger ledger, OrderEarnings earnings)
{
    public void Reverse(string orderId, RecordedNote note, SandboxCall call)
    {
        foreach (var earned in earnings.Remove(orderId))
        {
            if (MovementOf(earned) is { } movement)
            {
                ledger.Record(earned.Card, movement, note, call);
            }
        }
    }

    private static CardMovement? MovementOf(CardTransaction earned)
    {
        var policy = earned.Card.Definition.OrderRefunds;
        var bucket = earned.Card.PendingBuckets.Find(bucket => bucket.Id == earned.Movement.ResourceId);
        var isPending = earned.Movement is PendingAdded && bucket is null or { IsPending: true };
        return bucket?.Status is PendingBucket.Canceled ? null
            : policy.Method is OrderRefundPolicy.FromPending ? (isPending ? new PendingRevoked(earned) : null)
            : policy.Method is OrderRefundPolicy.FromBalance ? new PointsRefunded(earned, policy.BelowZero)
            : null;
    }
}
