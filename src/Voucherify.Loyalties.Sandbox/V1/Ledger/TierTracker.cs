using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>
/// Which tier a card has. By its balance, or by the points it got in the current calendar period (D), at once in both
/// directions: later starts and longer ends of tiers are stored and given back, but not followed (A). A change is noticed
/// when points move or somebody looks.
/// </summary>
internal sealed class TierTracker(ProjectCalendar calendar, ActivityLog activity)
{
    private static readonly HashSet<string> Accumulating = new(StringComparer.Ordinal)
    {
        TransactionType.Accrual,
        TransactionType.Addition,
        TransactionType.PendingPointsActivation,
    };

    private DateTimeOffset _now;

    public void PassTimeTo(DateTimeOffset now) => _now = now;

    /// <summary>The tier that the card has now, or null. A change is an activity of the member.</summary>
    public Tier? Look(Card card, string? requestId)
    {
        if (card.Campaign.Tiers.Count == 0)
        {
            return null;
        }

        var points = PointsOf(card);
        var (before, after) = (card.Tier, card.Campaign.Tiers.Find(tier => tier.Holds(points)));
        if (before != after)
        {
            (card.Tier, card.TierSince) = (after, _now);
            activity.Add(card, ChangeOf(before, after), requestId, _now, entry => entry with { TierBefore = before, TierAfter = after });
        }

        return after;
    }

    private static string ChangeOf(Tier? before, Tier? after) => (before, after) switch
    {
        (null, _) => ActivityType.TierJoined,
        (_, null) => ActivityType.TierLeft,
        _ => after.From > before.From ? ActivityType.TierUpgraded : ActivityType.TierDowngraded,
    };

    // The balance unless the campaign says otherwise (A). What counts as accumulated is assumed too.
    private long PointsOf(Card card)
    {
        var settings = card.Campaign.Settings.FindObject("loyalty_tiers_expiration");
        if (settings is not { } json || Json.JsonBody.Text(json, "qualification_type") is not "POINTS_IN_PERIOD")
        {
            return card.Balance;
        }

        var start = PeriodStart(Json.JsonBody.Text(json, "qualification_period"));
        return card.Transactions.Where(row => Accumulating.Contains(row.Type) && calendar.DayOf(row.CreatedAt) >= start).Sum(row => row.Points);
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
