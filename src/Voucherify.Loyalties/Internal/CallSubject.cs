using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Internal;

/// <summary>What a change is about: what its errors carry, so that it can be found again.</summary>
internal sealed record CallSubject(string MemberId, string? CampaignId, AdjustBalanceRequest? Adjustment)
{
    /// <summary>The id under which the change can be found; for a transfer one of its parts'.</summary>
    public string? SourceId { get; init; } = Adjustment?.SourceId;

    /// <summary>The parts of a transfer, each with its id.</summary>
    public IReadOnlyList<PointsTransferItem>? Transfer { get; init; }
}
