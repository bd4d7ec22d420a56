using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>What a paid order earns in a campaign.</summary>
internal static class Earnings
{
    /// <summary>
    /// Returns the points by each rule that gives any. The member's tier, as it was before the order (assumed), changes the points of a
    /// rule (documented). A campaign that is not active earns nothing (assumed).
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="tier">The tier of the member, or null.</param>
    /// <param name="amount">What the order costs.</param>
    /// <param name="now">When the order was paid.</param>
    public static List<(StoredRule Rule, long Points)> Of(Campaign campaign, Tier? tier, OrderAmount amount, DateTimeOffset now)
    {
        var earnings = new List<(StoredRule Rule, long Points)>();
        foreach (var rule in campaign.EarningRules.Where(rule => campaign.IsActive(now) && rule.CountsOrders(now)))
        {
            var points = rule.Formula.For(amount.Gross, amount.Net);
            var earned = points > 0 && tier is not null ? tier.Earned(rule.Id, points) : points;
            if (earned > 0)
            {
                earnings.Add((rule, earned));
            }
        }

        return earnings;
    }

    /// <summary>Describes the first rule for orders that the sandbox does not support, or returns null.</summary>
    public static string? FindUnsupported(Campaign campaign, DateTimeOffset now) =>
        campaign.EarningRules.Find(rule => rule.CountsOrders(now) && !rule.Formula.IsSupported) is { } rule
            ? $"the points of the earning rule {rule.Id}: {rule.Formula.Description}"
            : null;
}
