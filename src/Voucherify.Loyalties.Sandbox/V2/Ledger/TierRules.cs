using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The rules of earnings and costs about tiers: a member needs one of the listed tiers on any card.</summary>
internal static class TierRules
{
    /// <summary>Whether the <c>tier_rules</c> of an item hold. An item without them holds.</summary>
    public static bool Match(JsonElement item, Member member)
    {
        if (!JsonBody.TryFindObject(item, "tier_rules", out var rules)
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
