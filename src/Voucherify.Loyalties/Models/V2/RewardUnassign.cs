namespace Voucherify.Loyalties.V2;

public sealed partial record RewardUnassign
{
    /// <summary>Converts the id of a reward.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator RewardUnassign(RewardId id) => new() { Id = id };

    /// <summary>Converts the id of a reward.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator RewardUnassign(string id) => new() { Id = id };
}
