namespace Voucherify.Loyalties.V1;

public sealed partial record Redemption
{
    /// <summary>The points that were spent: <c>LoyaltyCard.Points</c>. Null if the service did not say.</summary>
    public long? Points => LoyaltyCard?.Points;

    /// <summary>The id of the reward: <c>Reward.Id</c>. Empty if the service did not say.</summary>
    public string RewardId => Reward?.Id ?? string.Empty;

    /// <summary>The id of the order: <c>Order.Id</c>. Empty if the service did not say.</summary>
    public OrderId OrderId => Order?.Id ?? default;
}
