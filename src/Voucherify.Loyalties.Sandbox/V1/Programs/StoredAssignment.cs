using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A reward that a campaign offers, and its price there.</summary>
internal sealed class StoredAssignment(string id, StoredReward reward, DateTimeOffset createdAt) : IDated
{
    public string Id { get; } = id;

    public StoredReward Reward { get; } = reward;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public required long Points { get; set; }

    /// <summary>Kept and given back: the sandbox redeems nothing by itself.</summary>
    public bool? AutoRedeem { get; set; }
}
