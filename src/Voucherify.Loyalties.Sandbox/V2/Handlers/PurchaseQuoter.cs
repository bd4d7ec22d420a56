using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Says what a purchase would be, or refuses it.</summary>
internal sealed class PurchaseQuoter(PurchaseRules rules)
{
    public bool TryQuote(
        SandboxCall call,
        Member member,
        string rewardId,
        [NotNullWhen(true)] out PurchaseQuote? quote,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        quote = null;

        // One that the program does not have is as unknown as one that does not exist (documented).
        if (member.Program.Find(ResourceKinds.Reward, rewardId) is not { } assignment
            || assignment.Resource is not RewardDefinition { IsDeleted: false } reward)
        {
            refusal = Errors.ResourceNotFound(call, "reward", rewardId);
            return false;
        }

        refusal = V2Errors.RefuseUnusable(call, member);
        if (refusal is not null)
        {
            return false;
        }

        var key = rules.Refuse(member, assignment, reward, call.Now);
        var cost = RewardOffers.FindCost(reward, member);
        key ??= cost is null ? "no_matching_reward_cost" : null;
        if (key is not null)
        {
            refusal = V2Errors.Refuse(call, key);
            return false;
        }

        (quote, refusal) = Quote(call, member, assignment, cost!.Value);
        return quote is not null;
    }

    // A member without a card of the cost's definition gets 404 with the id of the definition (documented).
    private (PurchaseQuote? Quote, SandboxResponse? Refusal) Quote(
        SandboxCall call, Member member, Assignment assignment, (long Points, string DefinitionId) cost)
    {
        var reward = (RewardDefinition)assignment.Resource;
        var targetId = RewardOffers.FindTarget(reward);
        var (card, target) = (CardOf(member, cost.DefinitionId), CardOf(member, targetId));
        if (card is null || (targetId is not null && target is null))
        {
            return (null, Errors.ResourceNotFound(call, "card", card is null ? cost.DefinitionId : targetId!));
        }

        return rules.RefuseToSpend(card, cost.Points, call.Now) is { } key
            ? (null, V2Errors.Refuse(call, key))
            : (new PurchaseQuote(assignment, reward, card, cost.Points, target), null);
    }

    private static LoyaltyCard? CardOf(Member member, string? definitionId) =>
        member.Cards.Find(card => string.Equals(card.DefinitionId, definitionId, StringComparison.Ordinal));
}
