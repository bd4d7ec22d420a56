using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Calls;

/// <summary>What a write is about. Its errors carry this, so that it can be found again.</summary>
/// <param name="MemberId">The loyalty card.</param>
/// <param name="CampaignId">The campaign that the call named; null when it named none.</param>
internal sealed record CallSubject(string MemberId, string? CampaignId)
{
    /// <summary>The id under which the write can be found; for a transfer, the id of one of its items.</summary>
    public string? SourceId { get; init; }

    /// <summary>The adjustment; null for other calls.</summary>
    public AdjustBalanceRequest? Adjustment { get; init; }

    /// <summary>The adjustment of version 2 of the API; null for other calls.</summary>
    public PendingChange? Pending { get; init; }

    /// <summary>The items of a transfer, each with its id; null for other calls.</summary>
    public IReadOnlyList<PointsTransferItem>? Transfer { get; init; }
}
