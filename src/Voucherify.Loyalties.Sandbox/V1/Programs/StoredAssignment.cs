using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A reward that a campaign offers, and its price there.</summary>
internal sealed class StoredAssignment(string id, StoredReward reward, DateTimeOffset createdAt) : IDated, IIdentified
{
    public string Id { get; } = id;

    public StoredReward Reward { get; } = reward;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public required long Points { get; set; }

    /// <summary>Stored and returned. The sandbox redeems nothing by itself.</summary>
    public bool? AutoRedeem { get; set; }

    /// <summary>Returns the price for a member of a tier. The tier may change it (documented).</summary>
    public long PriceIn(Tier? tier) => tier?.Price(this) ?? Points;
}
