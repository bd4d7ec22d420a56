using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// How many points rules may give. More points than a transaction may have give none; what exceeds a global limit is cut off (documented
/// in the vendor's guides).
/// </summary>
internal sealed class EarningLimits(ProjectCalendar calendar)
{
    private const string TimeBased = "TIME_BASED";

    /// <summary>Returns as many of the points as the limits allow, or null if none.</summary>
    public Earned? Apply(Earned earned, DateTimeOffset now)
    {
        var definition = earned.Card.Definition;
        if (PointsLimits.Of(definition, "transactions").Any(limit => earned.Points > PointsLimits.MaxOf(limit, "POINTS")))
        {
            return null;
        }

        // Pending points count too (documented in the vendor's guides).
        var card = earned.Card;
        var balance = card.ExpectedBalance + card.Counters.Pending;
        var left = PointsLimits.Of(definition, "global").Select(limit => PointsLimits.MaxOf(limit, "BALANCE_BASED") - balance)
            .Concat(LeftOf(definition, card.Transactions, now))
            .Concat(LeftOf(earned.Rule, RowsOf(earned), now))
            .Append(earned.Points)
            .Min(static points => points ?? long.MaxValue);
        return left > 0 ? earned with { Points = left } : null;
    }

    private static IEnumerable<CardTransaction> RowsOf(Earned earned) =>
        earned.Card.Member.Cards.SelectMany(static card => card.Transactions).Where(row => row.Note.RuleId == earned.Rule.Id);

    private IEnumerable<long?> LeftOf(ConfigResource resource, IEnumerable<CardTransaction> rows, DateTimeOffset now) =>
        PointsLimits.Of(resource, "global").Select(limit => PointsLimits.MaxOf(limit, TimeBased) - SumOf(limit, rows, now));

    private long SumOf(JsonElement limit, IEnumerable<CardTransaction> rows, DateTimeOffset now)
    {
        var begin = CurrentPeriod.BeginOf(limit, calendar.DayOf(now));
        return rows
            .Where(row => row.Note.RuleId is not null && row.Rejection is null && calendar.DayOf(row.RecordedAt) >= begin)
            .Sum(static row => row.Movement.Points);
    }
}
