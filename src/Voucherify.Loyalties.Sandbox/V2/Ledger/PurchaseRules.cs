using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Says why purchases are refused. Keys are checked in the documented order.</summary>
/// <param name="calendar">The days of the project.</param>
/// <param name="limits">How many points may be spent.</param>
/// <param name="purchases">The purchases so far.</param>
internal sealed class PurchaseRules(ProjectCalendar calendar, SpendingLimits limits, RewardPurchases purchases)
{
    /// <summary>Returns the key of the error that refuses a purchase in any case, or null.</summary>
    public string? Refuse(Member member, Assignment assignment, RewardDefinition reward, DateTimeOffset now)
    {
        if (!reward.IsActive)
        {
            return "non_active_reward";
        }

        if (!reward.IsValidAt(now) || !ValidityHours.Include(reward.Properties.FindObject("validity_hours"), calendar.ToLocal(now)))
        {
            return "reward_outside_validity_window";
        }

        return assignment.IsOutOfStock ? "reward_out_of_stock" : RefuseByLimits(member, reward, now);
    }

    /// <summary>Returns the key of the error that refuses to spend the points of a card, or null.</summary>
    public string? RefuseToSpend(LoyaltyCard card, long points, DateTimeOffset now)
    {
        if (card.Counters.Balance < points)
        {
            return "insufficient_card_balance";
        }

        return limits.CapsOf(card, now).FirstOrDefault(cap => cap.Value < points)?.Type switch
        {
            null => null,
            SpendingCap.GlobalSpendings => "exceeded_card_spending_global_spending_based_limit",
            SpendingCap.GlobalPeriod => "exceeded_card_spending_global_time_based_limit",
            _ => "exceeded_card_spending_transactions_limit",
        };
    }

    private string? RefuseByLimits(Member member, RewardDefinition reward, DateTimeOffset now)
    {
        if (reward.Properties.FindObject("purchase_limits") is not { } rules)
        {
            return null;
        }

        List<DateTimeOffset> earlier =
        [
            .. purchases.Of(member).Where(purchase => purchase.Quote.Reward == reward && purchase.Counts)
                .Select(static purchase => purchase.Movement.RecordedAt),
        ];
        return earlier.Count == 0 ? null
            : !TriggerLimits.HasCooledDown(rules, earlier[^1], now) ? "purchase_limit_cooldown"
            : TriggerLimits.IsBelow(rules, earlier, calendar.DayOf, now) ? null
            : "purchase_limit_frequency";
    }
}
