using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>What a paid order earns in a campaign.</summary>
internal static class Earnings
{
    /// <summary>
    /// The points by each rule that gives any. A tier changes the number that a rule would give (D), as it was before the order (A).
    /// </summary>
    /// <param name="campaign">The campaign. One that is not active earns nothing (A).</param>
    /// <param name="tier">The tier of the member, or null.</param>
    /// <param name="amount">The order before discounts.</param>
    /// <param name="totalAmount">The order after discounts.</param>
    /// <param name="now">When it was paid.</param>
    public static List<(StoredRule Rule, long Points)> Of(Campaign campaign, Tier? tier, long amount, long totalAmount, DateTimeOffset now) =>
    [
        .. campaign.EarningRules
            .Where(rule => campaign.IsActive(now) && rule.CountsOrders(now))
            .Select(rule => (rule, Points: rule.Formula.For(amount, totalAmount)))
            .Where(earned => earned.Points > 0)
            .Select(earned => (earned.rule, tier?.Earned(earned.rule.Id, earned.Points) ?? earned.Points))
            .Where(earned => earned.Item2 > 0),
    ];

    /// <summary>The first rule for orders that the sandbox cannot compute, or null.</summary>
    public static StoredRule? FindNotDone(Campaign campaign, DateTimeOffset now) =>
        campaign.EarningRules.Find(rule => rule.CountsOrders(now) && !rule.Formula.IsDone);
}
