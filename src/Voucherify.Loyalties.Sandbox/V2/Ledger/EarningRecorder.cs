using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Records the points that rules give.</summary>
internal sealed class EarningRecorder(CardLedger ledger, BucketFactory buckets, OrderEarnings orders)
{
    public void Record(Earned earned, string eventId, string? orderId, SandboxCall call)
    {
        earned.Card.Member.Triggers.Add(earned.Rule.Id, call.Now);
        var note = earned.ToNote(eventId) with { OrderId = orderId };
        var transaction = ledger.Record(earned.Card, MovementOf(earned, call.Now), note, call);
        if (orderId is not null)
        {
            orders.Add(orderId, transaction);
        }
    }

    private CardMovement MovementOf(Earned earned, DateTimeOffset now)
    {
        if (buckets.ActivationOf(earned.Card, now) is { } activation)
        {
            return new PendingAdded(earned.Points, activation);
        }

        return new PointsEarned(
            earned.Points,
            earned.Expiration is { } own ? buckets.ExpirationOf(own, now) : buckets.ExpirationOf(earned.Card, now));
    }
}
