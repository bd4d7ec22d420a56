namespace Voucherify.Loyalties.V1;

public sealed partial record RewardAssignment
{
    /// <summary>
    /// The price in points: <c>Parameters.Loyalty.Points</c>. Null if the service did not say, and for a reward of the type <c>COIN</c>,
    /// whose ratio stands in the reward.
    /// </summary>
    public long? Points => Parameters?.Loyalty?.Points;
}
