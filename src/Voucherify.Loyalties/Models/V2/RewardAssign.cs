namespace Voucherify.Loyalties.V2;

public sealed partial record RewardAssign
{
    /// <summary>Assigns a reward that cannot run out.</summary>
    /// <param name="id">The id of the reward.</param>
    public static RewardAssign Unlimited(RewardId id) => new() { Id = id, Stock = Stock.Unlimited };

    /// <summary>Assigns a reward with a number of pieces.</summary>
    /// <param name="id">The id of the reward.</param>
    /// <param name="quantity">The number of pieces.</param>
    public static RewardAssign Limited(RewardId id, long quantity) => new() { Id = id, Stock = Stock.Of(quantity) };
}
