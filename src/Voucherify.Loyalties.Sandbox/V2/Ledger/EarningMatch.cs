using System.Text.Json;
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

        var match = earnings.EnumerateArray().FirstOrDefault(
            earning => TierRules.Match(earning, member) && RuleGroup.Holds(earning, facts));
        return match.ValueKind == JsonValueKind.Object ? match : null;
    }
}
