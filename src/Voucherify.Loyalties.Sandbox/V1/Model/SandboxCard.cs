namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>A loyalty card as it is at one moment, without what was accepted but is not yet applied.</summary>
public sealed record SandboxCard
{
    /// <summary>The code: the member id in the routes of the API.</summary>
    public required string Code { get; init; }

    /// <summary>The voucher id, <c>v_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the card's campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The customer who holds the card, or null.</summary>
    public string? HolderId { get; init; }

    /// <summary>Whether the card is active. Default: true. <see cref="SandboxV1.SetCardActive"/> changes it.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The points that can be spent now.</summary>
    public long Balance { get; init; }

    /// <summary>
    /// Points added minus points removed and expired, but not minus points redeemed: the <c>total</c> of balance responses.
    /// </summary>
    public long Total { get; init; }

    /// <summary>All points ever added, transferred to the card or activated: the <c>loyalty_card.points</c> of the API.</summary>
    public long Points { get; init; }

    /// <summary>All points ever spent on rewards.</summary>
    public long RedeemedPoints { get; init; }

    /// <summary>All points ever removed by adjustments or transferred away.</summary>
    public long SubtractedPoints { get; init; }

    /// <summary>All points that ever expired.</summary>
    public long ExpiredPoints { get; init; }

    /// <summary>The buckets that have not expired, in the order of consumption. An empty bucket stays until its last day.</summary>
    public IReadOnlyList<SandboxBucket> Buckets { get; init; } = [];

    /// <summary>All pending points that the card ever had, oldest first, whatever their status.</summary>
    public IReadOnlyList<SandboxPendingPoints> PendingPoints { get; init; } = [];
}
