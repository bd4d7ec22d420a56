using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Finds the rewards that members can buy. The first cost whose rules match counts (documented).</summary>
internal static class RewardOffers
{
    /// <summary>
    /// Returns the offers for a member. Rewards that are not active, have run out, or have no cost for a card of the member are left out
    /// (documented).
    /// </summary>
    public static IEnumerable<RewardOffer> Of(Member member, DateTimeOffset now)
    {
        foreach (var assignment in member.Program.Rewards.Where(static assignment => !assignment.IsOutOfStock))
        {
            if (assignment.Resource is RewardDefinition { IsActive: true } reward
                && reward.IsValidAt(now)
                && FindCost(reward, member) is var (points, definitionId)
                && member.Cards.Find(card => card.Definition.Id == definitionId) is { } card)
            {
                yield return new RewardOffer(reward, card, points, FindTarget(reward));
            }
        }
    }

    /// <summary>Returns the first cost whose rules and tiers match, and the definition of the card that pays it; or null.</summary>
    public static (long Points, string DefinitionId)? FindCost(RewardDefinition reward, Member member)
    {
        var facts = new RuleFacts
        {
            Metadata = new Dictionary<string, JsonElement?>(StringComparer.Ordinal)
            {
                ["customer.metadata"] = member.Customer.Profile.FindObject("metadata"),
                ["member.metadata"] = member.Metadata,
            },
        };
        var cost = reward.Properties.Find("costs") is { ValueKind: JsonValueKind.Array } costs
            ? costs.EnumerateArray().FirstOrDefault(cost => TierRules.Match(cost, member) && RuleGroup.Holds(cost, facts))
            : default;
        return cost.ValueKind == JsonValueKind.Object
            && cost.TryGetProperty("spending", out var spending)
            && spending.ValueKind == JsonValueKind.Array
            && spending.GetArrayLength() > 0
            && spending[0].TryGetProperty("points", out var points) && JsonInteger.TryRead(points, out var number)
            && JsonBody.FindString(spending[0], "card_definition_id") is { } id
                ? (number, id)
                : null;
    }

    /// <summary>Returns the definition of the card that a reward of points adds to, or null.</summary>
    public static string? FindTarget(RewardDefinition reward) =>
        reward.Properties.FindObject("digital") is { } digital
        && JsonBody.TryFindObject(digital, "loyalty_card_points", out var points)
            ? JsonBody.FindString(points, "card_definition_id")
            : null;
}
