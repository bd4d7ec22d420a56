using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists what belongs to a tier of a campaign.</summary>
internal sealed class TierBenefitHandler(ResourceLocator locator)
{
    private readonly ItemLocator<Tier> _tiers = TierHandler.LocatorOf(locator);

    /// <summary>Lists the earning rules whose points the tier changes (assumed).</summary>
    public SandboxResponse ListEarningRules(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !_tiers.TryFind(call, out var campaign, out var tier, out refusal))
        {
            return refusal;
        }

        var rules = campaign.EarningRules.FindAll(rule => tier.Maps(rule.Id));
        return page.Respond(rules, (writer, rule) => EarningRuleJson.Write(writer, rule, campaign));
    }

    /// <summary>Lists all rewards of the campaign: the sandbox cannot restrict a reward to certain tiers (assumed).</summary>
    public SandboxResponse ListRewards(SandboxCall call) => _tiers.TryFind(call, out var campaign, out _, out var refusal)
        ? ListResponse.Of(
            campaign.Rewards,
            campaign.Rewards.Count,
            (writer, row) => RewardJson.WriteOffer(writer, row, campaign, "loyalty_tier_reward"))
        : refusal;
}
