using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Something that happened to a member.</summary>
/// <param name="Id">The id, <c>ev_...</c>. Ids rise with time.</param>
/// <param name="Type">What happened.</param>
/// <param name="Card">The member's card.</param>
/// <param name="RequestId">The request that caused it, or null if time or the test did.</param>
/// <param name="CreatedAt">When it happened.</param>
internal sealed record ActivityEntry(string Id, string Type, Card Card, string? RequestId, DateTimeOffset CreatedAt)
{
    /// <summary>The key of the request.</summary>
    public required string AppId { get; init; }

    public Transaction? Transaction { get; init; }

    public PendingEntry? Pending { get; init; }

    /// <summary>The change of the pending points, and how many the card has after it.</summary>
    public (long Change, long Total) PendingBalance { get; init; }

    public Tier? TierBefore { get; init; }

    public Tier? TierAfter { get; init; }

    /// <summary>Whether the member's tier changed.</summary>
    public bool IsTierChange => TierBefore is not null || TierAfter is not null;
}
