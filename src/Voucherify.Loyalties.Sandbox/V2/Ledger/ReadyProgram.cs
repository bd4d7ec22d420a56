using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Seeds;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds programs that are ready for use. All of their parts are as requests would create them.</summary>
internal static class ReadyProgram
{
    /// <summary>
    /// Adds an active program with a card definition, the rules that earn points, the rewards and the tiers. Without rules or rewards of
    /// its own it has one of each.
    /// </summary>
    /// <param name="store">Where it is added.</param>
    /// <param name="seed">The program, whose members are not added.</param>
    /// <param name="now">The time.</param>
    public static SandboxProgram Add(V2Store store, ProgramSeed seed, DateTimeOffset now)
    {
        var parts = new ProgramParts(store.Configuration, now);
        var definition = parts.AddDefinition(seed);
        var rules = (seed.Rules ?? [new RuleSeed(seed.Name + " rule", Points: 1, Every: 100)])
            .Select(rule => parts.AddRule(rule, rule.Event is { } name ? store.Shop.Events.Define(name) : null, definition.Id))
            .ToList();
        var prices = seed.Rewards ?? [new PriceSeed(seed.Name + " reward", ProgramSeed.UsualPrice, Stock: null)];
        var rewards = prices.Select(price => parts.AddReward(price, definition.Id)).ToList();
        var tiers = seed.Tiers.Count == 0 ? null : parts.AddTiers(seed, definition.Id);

        var program = store.Configuration.Programs.Add(seed.Name, now);
        Assign(program, new ConfigResource?[] { definition, tiers }.OfType<ConfigResource>().Concat(rules).Concat(rewards), now);
        foreach (var (reward, price) in rewards.Zip(prices))
        {
            program.Find(ResourceKinds.Reward, reward.Id)!.Stock = StockOf(price);
        }

        return new SandboxProgram
        {
            Id = program.Id,
            Name = seed.Name,
            CardDefinitionId = definition.Id,
            EarningRuleIds = [.. rules.Select(static rule => rule.Id)],
            RewardIds = [.. rewards.Select(static reward => reward.Id)],
            TierStructureId = tiers?.Id,
        };
    }

    private static void Assign(LoyaltyProgram program, IEnumerable<ConfigResource> resources, DateTimeOffset now)
    {
        foreach (var resource in resources)
        {
            resource.Status = ResourceStatus.Active;
            program.Assign(new Assignment(resource, now));
        }

        program.Status = ResourceStatus.Active;
    }

    private static JsonElement StockOf(PriceSeed price) => JsonBuffer.Parse(price.Stock is { } quantity
        ? $$"""{"type":"LIMITED","limited":{"quantity":{{quantity}} } }"""
        : """{"type":"UNLIMITED"}""");
}
