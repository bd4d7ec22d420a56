using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.V1;

public sealed partial record LoyaltyTransaction : ITransactionRow
{
    /// <summary>
    /// How many points moved: <c>Details.Balance.Points</c>. The sign is not reliable for a removal, because the service's own examples
    /// show both; <see cref="Type"/> tells the direction. Null if the service did not say.
    /// </summary>
    public long? Points => Details?.Balance?.Points;

    /// <summary>
    /// The points that could be spent after the transaction: <c>Details.Balance.Balance</c>. Null if the service did not say.
    /// </summary>
    public long? Balance => Details?.Balance?.Balance;

    /// <summary>
    /// The id of the order that earned or spent the points: <c>Details.Order.Id</c>. Empty if the transaction has no order.
    /// </summary>
    public string OrderId => Details?.Order?.Id ?? string.Empty;

    /// <summary>Your own id of the order: <c>Details.Order.SourceId</c>. Empty if the order has no such id.</summary>
    public string OrderSourceId => Details?.Order?.SourceId ?? string.Empty;

    /// <summary>
    /// The id of the redemption that spent the points: <c>Details.Redemption.Id</c>. Empty if no redemption spent points.
    /// </summary>
    public string RedemptionId => Details?.Redemption?.Id ?? string.Empty;

    /// <summary>The id of the reward that the points paid for: <c>Details.Reward.Id</c>. Empty if the points paid for no reward.</summary>
    public string RewardId => Details?.Reward?.Id ?? string.Empty;

    /// <summary>
    /// The id of the earning rule that added the points: <c>Details.EarningRule.Id</c>. Empty if no rule added the points.
    /// </summary>
    public string EarningRuleId => Details?.EarningRule?.Id ?? string.Empty;

    string ITransactionRow.RowId => Id;
}
