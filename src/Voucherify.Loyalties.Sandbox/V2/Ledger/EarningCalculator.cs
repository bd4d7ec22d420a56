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
        OpenRules(member, facts, now)
            .SelectMany(rule => Of(member, rule, facts))
            .Select(earned => limits.Apply(earned, now))
            .OfType<Earned>();

    /// <summary>Returns the benefits that a member gets by the rules of the program.</summary>
    public IEnumerable<BenefitGrant> BenefitsOf(Member member, EarningFacts facts, DateTimeOffset now) =>
        from rule in OpenRules(member, facts, now)
        from part in EffectsOf(member, rule, facts)
        where JsonBody.TryFindObject(part.Effect, "benefit", out _)
        select new BenefitGrant(rule, part.EarningId, member, part.Effect.GetProperty("benefit").GetProperty("id").GetString()!);

    private IEnumerable<EarningRule> OpenRules(Member member, EarningFacts facts, DateTimeOffset now) =>
        member.Program.EarningRules.Where(rule => facts.Trigger(rule) && opening.IsOpen(rule, member, now));

    private IEnumerable<Earned> Of(Member member, EarningRule rule, EarningFacts facts)
    {
        foreach (var (id, effect) in EffectsOf(member, rule, facts))
        {
            if (EffectPoints.Of(effect, facts, round) is ( > 0 and var points, var target) && FindCard(member, target) is { } card)
            {
                yield return new Earned(rule, id, card, points, ExpirationOf(target));
            }
        }
    }

    private static IEnumerable<(string EarningId, JsonElement Effect)> EffectsOf(Member member, EarningRule rule, EarningFacts facts)
    {
        if (EarningMatch.Find(rule, member, facts.ToRuleFacts(member.Metadata)) is not { } match)
        {
            yield break;
        }

        var id = JsonBody.FindString(match, "id") ?? string.Empty;
        foreach (var effect in match.GetProperty("effects").EnumerateArray())
        {
            yield return (id, effect);
        }
    }

    private static PointsExpiration? ExpirationOf(JsonElement target) =>
        JsonBody.TryFindObject(target, "points_expiration", out var own) ? PointsExpiration.Of(own) : null;

    private static LoyaltyCard? FindCard(Member member, JsonElement target) =>
        member.Cards.Find(card => card.Definition.Id == JsonBody.FindString(target, "card_definition_id"));
}
