using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Finds the earning of a rule that counts: the first one whose rules and tiers match (documented).</summary>
internal static class EarningMatch
{
    /// <summary>Returns the earning, or null.</summary>
    public static JsonElement? Find(EarningRule rule, Member member, RuleFacts facts)
    {
        if (rule.Properties.Find("earnings") is not { } earnings)
        {
            return null;
        }

        var match = earnings.EnumerateArray().FirstOrDefault(earning => TiersMatch(earning, member) && RuleGroup.Holds(earning, facts));
        return match.ValueKind == JsonValueKind.Object ? match : null;
    }

    private static bool TiersMatch(JsonElement earning, Member member)
    {
        if (!JsonBody.TryFindObject(earning, "tier_rules", out var rules)
            || JsonBody.FindString(rules, "type") is not "ANY_OF"
            || !rules.TryGetProperty("any_of", out var entries)
            || entries.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var tiers = member.Cards.Select(static card => card.Tier?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return entries.EnumerateArray().Any(entry =>
            entry.TryGetProperty("tier_ids", out var wanted)
            && wanted.ValueKind == JsonValueKind.Array
            && wanted.EnumerateArray().Any(id => id.ValueKind == JsonValueKind.String && tiers.Contains(id.GetString()!)));
    }
}
