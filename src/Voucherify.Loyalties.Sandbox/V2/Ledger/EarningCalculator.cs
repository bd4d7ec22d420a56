using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Computes what members earn.</summary>
/// <param name="opening">Whether rules give points.</param>
/// <param name="limits">How many points they may give.</param>
/// <param name="round">What becomes of a fraction of points.</param>
internal sealed class EarningCalculator(RuleOpening opening, EarningLimits limits, Func<double, long> round)
{
    /// <summary>
    /// Returns what a member earns by the rules of the program, one after the other, so that a limit counts what was recorded before.
    /// </summary>
    public IEnumerable<Earned> Of(Member member, EarningFacts facts, DateTimeOffset now) =>
        member.Program.EarningRules
            .Where(rule => facts.Trigger(rule) && opening.IsOpen(rule, member, now))
            .SelectMany(rule => Of(member, rule, facts))
            .Select(earned => limits.Apply(earned, now))
            .OfType<Earned>();

    private IEnumerable<Earned> Of(Member member, EarningRule rule, EarningFacts facts)
    {
        if (EarningMatch.Find(rule, member, facts.ToRuleFacts(member.Metadata)) is not { } match)
        {
            yield break;
        }

        var id = JsonBody.FindString(match, "id") ?? string.Empty;
        foreach (var effect in match.GetProperty("effects").EnumerateArray())
        {
            if (EffectPoints.Of(effect, facts, round) is ( > 0 and var points, var target) && FindCard(member, target) is { } card)
            {
                yield return new Earned(rule, id, card, points, ExpirationOf(target));
            }
        }
    }

    private static PointsExpiration? ExpirationOf(JsonElement target) =>
        JsonBody.TryFindObject(target, "points_expiration", out var own) ? PointsExpiration.Of(own) : null;

    private static LoyaltyCard? FindCard(Member member, JsonElement target) =>
        member.Cards.Find(card => card.Definition.Id == JsonBody.FindString(target, "card_definition_id"));
}
