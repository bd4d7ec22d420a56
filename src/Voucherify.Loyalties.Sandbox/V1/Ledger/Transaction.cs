using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A line of a card's history, with the state of the card right after it.</summary>
internal sealed record Transaction
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required string Type { get; init; }

    public required long Points { get; init; }

    public required long Total { get; init; }

    public required long Balance { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? SourceId { get; init; }

    /// <summary><c>API</c> for a request, null for an expiration and a redemption (E: both values occur).</summary>
    public string? Source { get; init; }

    public string? Reason { get; init; }

    /// <summary>The other side of a transfer.</summary>
    public string? RelatedId { get; init; }

    /// <summary>The card on the other side of a transfer.</summary>
    public Card? OtherCard { get; init; }

    /// <summary>The pending points that were activated.</summary>
    public PendingEntry? Pending { get; init; }

    /// <summary>The order that earned the points, and the rule by which it did.</summary>
    public Order? Order { get; init; }

    public StoredRule? Rule { get; init; }

    /// <summary>The tier whose number of points it was, or null.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The buckets that expired.</summary>
    public IReadOnlyList<Bucket> Buckets { get; init; } = [];

    public string? RedemptionId { get; init; }

    public SandboxReward? Reward { get; init; }

    /// <summary>The metadata of the redemption, as they were sent; null without any.</summary>
    public JsonElement? Metadata { get; init; }
}
