using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The points that decide about tiers: the balance, or what a card earned in a period.</summary>
internal sealed class TierPoints(ProjectCalendar calendar)
{
    /// <summary>Whether a movement adds points that count as earned.</summary>
    public static bool Count(CardTransaction transaction) =>
        transaction.Movement.Type is CardTransactionType.PointsEarned or CardTransactionType.PendingPointsActivated;

    /// <summary>Returns the points that decide about the tier of a card.</summary>
    public decimal Of(LoyaltyCard card, TierStructure structure, DateTimeOffset now)
    {
        if (structure.Period is not { } period)
        {
            return card.Counters.Balance;
        }

        var today = calendar.DayOf(now);
        return card.Transactions
            .Where(Count)
            .Where(row => row is { EndedAt: { } end, Rejection: null } && !(period.After(calendar.DayOf(end)) <= today))
            .Sum(static row => row.Movement.Points);
    }
}
