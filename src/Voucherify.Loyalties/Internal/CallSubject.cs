namespace Voucherify.Loyalties.Internal;

/// <summary>What a change is about: what its errors carry, so that it can be found again.</summary>
internal sealed record CallSubject(string MemberId, string? CampaignId, AdjustBalanceRequest? Adjustment)
{
    public string? SourceId => Adjustment?.SourceId;
}
