using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Computes what members earn. Of the earnings of a rule, the first one counts whose rules and tiers match (documented), with all its
/// effects. Benefits give nothing, and limits of points are not acted on.
/// </summary>
internal sealed class EarningCalculator(ProjectCalendar calendar, SandboxEarningRounding rounding)
{
    /// <summary>Returns what a member earns by the rules of the program.</summary>
    public IEnumerable<Earned> Of(Member member, EarningFacts facts, DateTimeOffset now) =>
        member.Program.EarningRules
            .Where(rule => rule.IsActive && rule.IsValidAt(now) && facts.Trigger(rule) && IsOpen(member, rule, now))
            .SelectMany(rule => Of(member, rule, facts));

    private bool IsOpen(Member member, EarningRule rule, DateTimeOffset now) =>
        ValidityHours.Include(rule.Properties.FindObject("validity_hours"), calendar.ToLocal(now))
        && TriggerLimits.Allow(rule.Properties.FindObject("trigger_limits"), member.Triggers.Of(rule.Id), calendar.DayOf, now);

    private IEnumerable<Earned> Of(Member member, EarningRule rule, EarningFacts facts)
    {
        if (rule.Properties.Find("earnings") is not { } earnings)
        {
            yield break;
        }

        var ruleFacts = facts.ToRuleFacts(member.Metadata);
        var match = earnings.EnumerateArray().FirstOrDefault(earning => TiersMatch(earning, member) && RuleGroup.Holds(earning, ruleFacts));
        if (match.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var effect in match.GetProperty("effects").EnumerateArray())
        {
            if (EffectPoints.Of(effect, facts, rounding) is (> 0 and var points, var target) && FindCard(member, target) is { } card)
            {
                var id = JsonBody.FindString(match, "id") ?? string.Empty;
                yield return new Earned(rule, id, card, points, ExpirationOf(target));
            }
        }
    }

    private static PointsExpiration? ExpirationOf(JsonElement target) =>
        JsonBody.TryFindObject(target, "points_expiration", out var own) ? PointsExpiration.Of(own) : null;

    private static LoyaltyCard? FindCard(Member member, JsonElement target) =>
        member.Cards.Find(card => card.Definition.Id == JsonBody.FindString(target, "card_definition_id"));

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
