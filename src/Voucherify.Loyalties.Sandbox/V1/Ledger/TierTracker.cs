using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>
/// Decides which tier a card has: by its balance, or by the points that it got in the current calendar period (documented). Tiers
/// change at once in both directions: a later start or a longer end of a tier is stored and returned, but has no effect (assumed). A
/// change is noticed when points move or the tier is read.
/// </summary>
internal sealed class TierTracker(ProjectCalendar calendar, ActivityLog activities)
{
    private static readonly HashSet<string> Accumulating = new(StringComparer.Ordinal)
    {
        TransactionType.Accrual,
        TransactionType.Addition,
        TransactionType.PendingPointsActivation,
    };

    private DateTimeOffset _now;

    public void AdvanceTo(DateTimeOffset now) => _now = now;

    /// <summary>Updates the tier of a card, and returns it, or null. A change is an activity of the member.</summary>
    public Tier? Update(Card card, string? requestId)
    {
        if (card.Campaign.Tiers.Count == 0)
        {
            return null;
        }

        var points = PointsOf(card);
        var (before, after) = (card.Tier, card.Campaign.Tiers.Find(tier => tier.Contains(points)));
        if (before != after)
        {
            (card.Tier, card.TierSince) = (after, _now);
            activities.Add(card, TypeOf(before, after), requestId, _now, entry =>
                entry with { TierBefore = before, TierAfter = after });
        }

        return after;
    }

    private static string TypeOf(Tier? before, Tier? after) => (before, after) switch
    {
        (null, _) => ActivityType.TierJoined,
        (_, null) => ActivityType.TierLeft,
        _ => after.From > before.From ? ActivityType.TierUpgraded : ActivityType.TierDowngraded,
    };

    // The balance by default (assumed). Which transactions count towards the points of a period is assumed, too.
    private long PointsOf(Card card)
    {
        var settings = card.Campaign.Settings.FindObject("loyalty_tiers_expiration");
        if (settings is not { } json || JsonBody.FindString(json, "qualification_type") is not "POINTS_IN_PERIOD")
        {
            return card.Balance;
        }

        var start = PeriodStart(JsonBody.FindString(json, "qualification_period"));
        return card.Transactions
            .Where(row => Accumulating.Contains(row.Type) && calendar.DayOf(row.CreatedAt) >= start)
            .Sum(row => row.Points);
    }

    private DateOnly PeriodStart(string? period)
    {
        var today = calendar.DayOf(_now);
        var month = period switch
        {
            "MONTH" => today.Month,
            "QUARTER" => ((today.Month - 1) / 3 * 3) + 1,
            "HALF_YEAR" => today.Month <= 6 ? 1 : 7,
            _ => 1,
        };
        return new DateOnly(today.Year, month, 1);
    }
}
