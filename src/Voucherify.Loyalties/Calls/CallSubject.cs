using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Calls;

/// <summary>What a write is about. Its errors carry this, so that it can be found again.</summary>
/// <param name="MemberId">The loyalty card.</param>
/// <param name="CampaignId">The campaign that the call named; null when it named none.</param>
internal sealed record CallSubject(string MemberId, string? CampaignId)
{
    /// <summary>The id under which the write can be found; for a transfer, the id of one of its items.</summary>
    public string? SourceId { get; init; }

    /// <summary>What a write is about that has no such id, such as <c>the order 'ord_1'</c>.</summary>
    public string? About { get; init; }

    /// <summary>What tells it from other writes, in words.</summary>
    public string Label => About ?? $"source_id '{SourceId}'";

    /// <summary>The adjustment; null for other calls.</summary>
    public AdjustBalanceRequest? Adjustment { get; init; }

    /// <summary>The write of version 2 of the API; null for other calls.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>The items of a transfer, each with its id; null for other calls.</summary>
    public IReadOnlyList<PointsTransferItem>? Transfer { get; init; }
}
