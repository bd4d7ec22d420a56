using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A row in the history of a card, with the state of the card right after it.</summary>
internal sealed record Transaction
{
    public required string Id { get; init; }

    public required Card Card { get; init; }

    public required string Type { get; init; }

    public required long Points { get; init; }

    public required long Total { get; init; }

    public required long Balance { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When lists and exports begin to have it.</summary>
    public required DateTimeOffset ListedAt { get; init; }

    public string? SourceId { get; init; }

    /// <summary><c>API</c> for a request, null for an expiration and a redemption, as in the examples.</summary>
    public string? Source { get; init; }

    public string? Reason { get; init; }

    /// <summary>The transaction on the other side of a transfer.</summary>
    public string? RelatedId { get; init; }

    /// <summary>The card on the other side of a transfer.</summary>
    public Card? OtherCard { get; init; }

    /// <summary>The pending points that were activated.</summary>
    public PendingEntry? Pending { get; init; }

    /// <summary>The order that earned the points.</summary>
    public Order? Order { get; init; }

    /// <summary>The rule by which the order earned the points.</summary>
    public StoredRule? Rule { get; init; }

    /// <summary>The tier that the member had when the order was paid, or null.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The buckets that expired.</summary>
    public IReadOnlyList<Bucket> Buckets { get; init; } = [];

    /// <summary>The redemption that spent the points.</summary>
    public StoredRedemption? Redemption { get; init; }
}
