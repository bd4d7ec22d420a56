using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// What happens to cards when a day begins, in the order that is documented for v1 and assumed for v2: pending points become active, tiers
/// are recalculated, points expire, tiers are recalculated. Its transactions are approved at once (assumed).
/// </summary>
internal sealed class DayChange(ProjectCalendar calendar, CardLedger ledger, BucketFactory buckets, TierTracker tiers)
{
    // In the words of the vendor's examples for what the service does itself.
    private static readonly RecordedNote ByTime = new(Reason: null);

    public void Run(IReadOnlyCollection<LoyaltyCard> cards, DateTimeOffset now)
    {
        var today = calendar.DayOf(now);
        foreach (var card in cards)
        {
            Activate(card, today, now);
            tiers.BeginDay(card, now);
        }

        foreach (var card in cards)
        {
            Expire(card, today, now);
        }
    }

    private void Activate(LoyaltyCard card, DateOnly today, DateTimeOffset now)
    {
        foreach (var bucket in card.PendingBuckets.Where(bucket => bucket.IsPending && bucket.Date <= today).ToList())
        {
            // No event has activated them until their day, because no event ever does here.
            CardMovement movement = bucket.Type is PointsActivation.ByEvent
                ? new PendingCanceled(bucket)
                : new PendingActivated(bucket, buckets.ExpirationOf(card, now));
            ledger.RecordApproved(card, movement, ByTime, now);
        }
    }

    private void Expire(LoyaltyCard card, DateOnly today, DateTimeOffset now)
    {
        var expired = card.Buckets.Expiring.Where(bucket => bucket.ExpiresOn < today).ToList();
        if (expired.Count > 0)
        {
            ledger.RecordApproved(card, new PointsExpired(expired, expired.Max(static bucket => bucket.ExpiresOn!.Value)), ByTime, now);
        }
    }
}
