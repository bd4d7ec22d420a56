using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Puts points into the buckets of cards.</summary>
internal sealed class BucketFactory(TimedIds ids, ProjectCalendar calendar)
{
    /// <summary>Returns when points expire that an adjustment adds to a card now.</summary>
    public (DateOnly? Day, string Type) ExpirationOf(LoyaltyCard card, DateTimeOffset now)
    {
        var rule = card.Definition.Expiration;
        return (rule.LastDay(calendar.DayOf(now)), rule.Type);
    }

    /// <summary>Adds points to the bucket of their expiration, or to a new one.</summary>
    public void Add(LoyaltyCard card, long points, (DateOnly? Day, string Type) expiration, DateTimeOffset now)
    {
        var bucket = card.Buckets.Find(expiration.Day, expiration.Type);
        if (bucket is null)
        {
            bucket = new PointsBucket(ids.Next("lcpeb_", now), card, expiration.Day, expiration.Type, now);
            card.Buckets.Add(bucket);
        }
        else
        {
            bucket.UpdatedAt = now;
        }

        bucket.Points += points;
    }
}
