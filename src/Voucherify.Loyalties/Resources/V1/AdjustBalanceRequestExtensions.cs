using Voucherify.Loyalties.Resources.V1;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties;

/// <summary>Checks adjustments of version 1 of the API before they are stored.</summary>
public static class AdjustBalanceRequestExtensions
{
    /// <summary>Refuses what the client would refuse to send.</summary>
    /// <param name="request">The adjustment, which must have a <c>source_id</c>.</param>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none.</param>
    /// <exception cref="ArgumentException">An id or the request is not valid, or has no <c>source_id</c>.</exception>
    public static void ThrowIfInvalid(this AdjustBalanceRequest request, MemberId memberId, CampaignId campaignId = default)
    {
        IdCheck.Require(memberId);
        IdCheck.Allow(campaignId);
        AdjustBalanceRules.Check(request);
        AdjustBalanceRules.RequireSourceId(request, "SourceId is missing: an adjustment is recognized by it.");
    }
}
