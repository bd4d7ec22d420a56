using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// How many points of a card may be spent (documented). Only approved movements count, and points that came back count as spent (assumed).
/// </summary>
internal sealed class SpendingLimits(ProjectCalendar calendar)
{
    private const string Kind = "spending_limits";
    private const string SpendingBased = "SPENDING_BASED";
    private const string TimeBased = "TIME_BASED";

    /// <summary>Returns the limits of a card with what is left of them.</summary>
    public IEnumerable<SpendingCap> CapsOf(LoyaltyCard card, DateTimeOffset now)
    {
        foreach (var limit in PointsLimits.Of(card.Definition, "global", Kind))
        {
            if (PointsLimits.MaxOf(limit, SpendingBased) is { } all)
            {
                yield return new(SpendingCap.GlobalSpendings, SpendingCap.Points, Math.Max(0, all - Sum(card, static _ => true)));
            }
            else if (PointsLimits.MaxOf(limit, TimeBased) is { } period)
            {
                yield return new(SpendingCap.GlobalPeriod, SpendingCap.Points, Math.Max(0, period - Sum(card, InPeriod(limit, now))));
            }
        }

        foreach (var limit in PointsLimits.Of(card.Definition, "transactions", Kind))
        {
            if (PointsLimits.MaxOf(limit, "POINTS") is { } each)
            {
                yield return new(SpendingCap.Transaction, SpendingCap.Points, each);
            }
        }
    }

    /// <summary>Returns why points cannot be spent now, or null.</summary>
    public Rejection? Check(LoyaltyCard card, long points, DateTimeOffset now)
    {
        foreach (var limit in PointsLimits.Of(card.Definition, "global", Kind))
        {
            var isTimed = PointsLimits.MaxOf(limit, SpendingBased) is null;
            var inPeriod = InPeriod(limit, now);
            var spent = Sum(card, row => !isTimed || inPeriod(row));
            if ((PointsLimits.MaxOf(limit, SpendingBased) ?? PointsLimits.MaxOf(limit, TimeBased)) is { } max && spent + points > max)
            {
                return Exceeded("GLOBAL_SPENDING_LIMIT_EXCEEDED", new(isTimed ? TimeBased : SpendingBased, max, spent));
            }
        }

        foreach (var limit in PointsLimits.Of(card.Definition, "transactions", Kind))
        {
            if (PointsLimits.MaxOf(limit, "POINTS") is { } max && points > max)
            {
                return Exceeded("TRANSACTION_SPENDING_LIMIT_EXCEEDED", new("POINTS", max, Spendings: null));
            }
        }

        return null;
    }

    private static Rejection Exceeded(string reason, SpendingLimitHit hit) => new(reason, "A limit is exceeded") { Limit = hit };

    private Func<CardTransaction, bool> InPeriod(JsonElement limit, DateTimeOffset now)
    {
        var begin = CurrentPeriod.BeginOf(limit, calendar.DayOf(now));
        return row => calendar.DayOf(row.RecordedAt) >= begin;
    }

    private static long Sum(LoyaltyCard card, Func<CardTransaction, bool> counts) => card.Transactions
        .Where(row => row is { EndedAt: not null, Rejection: null } && row.Movement.IsSpending && counts(row))
        .Sum(static row => row.Movement.Points);
}
