namespace Voucherify.Loyalties.V1;

public sealed partial record RewardOffer
{
    /// <summary>The id of the reward, with which it is redeemed: <c>Reward.Id</c>. Empty if the service did not say.</summary>
    public string RewardId => Reward?.Id ?? string.Empty;

    /// <summary>The name of the reward: <c>Reward.Name</c>. Null if the service did not say.</summary>
    public string? Name => Reward?.Name;

    /// <summary>
    /// The price in points: <c>Assignment.Parameters.Loyalty.Points</c>. Null if the service did not say, and for a reward of the type
    /// <c>COIN</c>, whose ratio stands in the reward.
    /// </summary>
    public long? Points => Assignment?.Points;
}
