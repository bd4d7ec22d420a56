using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Knows on which days tiers are evaluated although nothing happened to their cards.</summary>
internal sealed class TierRetention(ProjectCalendar calendar, DayWatch days)
{
    /// <summary>
    /// Returns when the fixed duration of a tier is over that begins now: when a day begins (documented in the vendor's guides). Null
    /// means that the tier ends as soon as the points no longer suffice.
    /// </summary>
    public DateTimeOffset? EndOf(LoyaltyCard card, TierStructure structure, DateTimeOffset now) =>
        Watch(card, structure.FixedDuration?.After(calendar.DayOf(now)));

    /// <summary>Notes that points that were earned now will leave the period in which they count.</summary>
    public void WatchEarned(LoyaltyCard card, TierStructure structure, DateTimeOffset now) =>
        Watch(card, structure.Period?.After(calendar.DayOf(now)));

    private DateTimeOffset? Watch(LoyaltyCard card, DateOnly? day)
    {
        var begin = day is { } known ? calendar.EndOf(known.AddDays(-1)) : DateTimeOffset.MaxValue;
        days.Watch(card, begin);
        return begin == DateTimeOffset.MaxValue ? null : begin;
    }
}
