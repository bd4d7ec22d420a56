using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists what a member gets: the tier, and the rewards.</summary>
internal sealed class MemberBenefitHandler(ResourceLocator locator, V1Store store)
{
    public SandboxResponse ListTiers(SandboxCall call)
    {
        if (!locator.TryFindCard(call, out var card, out var refusal))
        {
            return refusal;
        }

        Tier[] tiers = store.Writer.Tiers.Update(card, call.Id) is { } tier ? [tier] : [];
        return ListResponse.Of(tiers, tiers.Length, (writer, row) => TierJson.WriteOfMember(writer, row, card));
    }

    /// <summary>Lists the assigned rewards of the card's campaign, or only those that its balance pays for (documented).</summary>
    public SandboxResponse ListRewards(SandboxCall call)
    {
        if (!locator.TryFindCard(call, out var card, out var refusal))
        {
            return refusal;
        }

        var rewards = store.Rewards.AssignmentsFor(card, affordableOnly: call.Query("affordable_only") is "true", call.Id);
        return ListResponse.Of(
            rewards,
            rewards.Count,
            (writer, row) => RewardJson.WriteOffer(writer, row, card.Campaign, "loyalty_reward"));
    }
}
