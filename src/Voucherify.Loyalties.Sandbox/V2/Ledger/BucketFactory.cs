using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Puts points into the buckets of cards.</summary>
internal sealed class BucketFactory(TimedIds ids, ProjectCalendar calendar, DayWatch days)
{
    /// <summary>Returns when points expire that are added to a card now, by the rule of its definition.</summary>
    public (DateOnly? Day, string Type) ExpirationOf(LoyaltyCard card, DateTimeOffset now) => ExpirationOf(card.Definition.Expiration, now);

    /// <summary>Returns when points expire that are added now.</summary>
    public (DateOnly? Day, string Type) ExpirationOf(PointsExpiration rule, DateTimeOffset now) =>
        (rule.LastDay(calendar.DayOf(now)), rule.Type);

    /// <summary>Returns when points become active that a card earns now, or null if at once.</summary>
    public (DateOnly Day, string Type)? ActivationOf(LoyaltyCard card, DateTimeOffset now)
    {
        var rule = card.Definition.Activation;
        return rule.DayOf(calendar.DayOf(now)) is { } day ? (day, rule.Type) : null;
    }

    /// <summary>
    /// Adds points to the bucket of their expiration, or to a new one. Points that only make a negative balance less negative are in no
    /// bucket (assumed).
    /// </summary>
    /// <param name="card">The card, whose counters have the points already.</param>
    /// <param name="points">The points.</param>
    /// <param name="expiration">When they expire.</param>
    /// <param name="now">The time.</param>
    public void Add(LoyaltyCard card, long points, (DateOnly? Day, string Type) expiration, DateTimeOffset now)
    {
        var left = Math.Min(points, card.Counters.Balance);
        if (left <= 0)
        {
            return;
        }

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

        bucket.Points += left;
        if (expiration.Day is { } day)
        {
            days.Watch(card, calendar.EndOf(day));
        }
    }

    /// <summary>Adds points that are not active yet, and returns their bucket.</summary>
    public PendingBucket AddPending(LoyaltyCard card, long points, (DateOnly Day, string Type) activation, DateTimeOffset now)
    {
        var bucket = card.PendingBuckets.Find(other => other.IsPending && other.Date == activation.Day && other.Type == activation.Type);
        if (bucket is null)
        {
            bucket = new PendingBucket(ids.Next("lcppb_", now), card, activation.Day, activation.Type, now);
            card.PendingBuckets.Add(bucket);
            days.Watch(card, calendar.EndOf(activation.Day.AddDays(-1)));
        }
        else
        {
            bucket.UpdatedAt = now;
        }

        bucket.Points += points;
        return bucket;
    }
}
