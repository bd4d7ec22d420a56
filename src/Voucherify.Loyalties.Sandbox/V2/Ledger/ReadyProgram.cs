using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds programs that are ready for use, for tests.</summary>
internal static class ReadyProgram
{
    /// <summary>
    /// Adds an active program with a card definition, a rule that earns points for paid orders, and a reward. All of them are as a request
    /// would create them.
    /// </summary>
    /// <param name="configuration">Where it is added.</param>
    /// <param name="name">The name.</param>
    /// <param name="expiresAfterMonths">After how many months points expire, or null.</param>
    /// <param name="stock">How many pieces of the reward there are, or null.</param>
    /// <param name="now">The time.</param>
    public static SandboxProgram Add(ProgramCatalog configuration, string name, int? expiresAfterMonths, long? stock, DateTimeOffset now)
    {
        var definition = configuration.CardDefinitions.Add(name + " card", now);
        Set(definition, "type", "\"INDIVIDUAL\"");
        Set(definition, "pay_with_points", """{"type":"EXCHANGE_RATIO","exchange_ratio":{"formula":"0.1"} }""");
        if (expiresAfterMonths is { } months)
        {
            Set(
                definition,
                "points_expiration",
                $$"""{"type":"ROLLING_EXPIRATION","rolling_expiration":{"period":{"unit":"MONTH","value":{{months}} } } }""");
        }

        var rule = configuration.EarningRules.Add(name + " rule", now);
        Set(rule, "trigger", """{"event":"customer.order.paid"}""");
        Set(rule, "earnings", RuleOf(configuration.Ids.Next("lernei_", now), definition));
        var reward = configuration.Rewards.Add(name + " reward", now);
        Set(reward, "type", "\"MATERIAL\"");
        Set(reward, "material", """{"type":"PRODUCT","product":{"id":"prod_0"}}""");
        Set(reward, "costs", CostsOf(configuration.Ids.Next("lrcst_", now), configuration.Ids.Next("lrspn_", now), definition));

        var program = configuration.Programs.Add(name, now);
        foreach (var resource in new ConfigResource[] { definition, rule, reward })
        {
            resource.Status = ResourceStatus.Active;
            program.Assign(new Assignment(resource, now));
        }

        program.Status = ResourceStatus.Active;
        program.Find(ResourceKinds.Reward, reward.Id)!.Stock = Parse(stock is { } quantity
            ? $$"""{"type":"LIMITED","limited":{"quantity":{{quantity}} } }"""
            : """{"type":"UNLIMITED"}""");
        return new SandboxProgram
        {
            Id = program.Id,
            Name = name,
            CardDefinitionId = definition.Id,
            EarningRuleId = rule.Id,
            RewardId = reward.Id,
        };
    }

    // One point for each 100 of the amount, such as a point for each dollar.
    private static string RuleOf(string id, CardDefinition definition) =>
        $$$"""
        [{"id":"{{{id}}}","name":null,"tier_rules":{"type":"NO_REQUIREMENTS"},"effects":[{"type":"POINTS_PROPORTIONAL",
          "points_proportional":{"calculation_type":"PRE_DISCOUNT_ORDER_AMOUNT","card_definition_id":"{{{definition.Id}}}",
          "order":{"amount":{"every":100,"value":1} } } }]}]
        """;

    private static string CostsOf(string id, string spendingId, CardDefinition definition) =>
        $$$"""
        [{"id":"{{{id}}}","spending":[{"id":"{{{spendingId}}}","name":null,"points":100,"card_definition_id":"{{{definition.Id}}}"}]}]
        """;

    private static void Set(ConfigResource resource, string name, string json) => resource.Properties.Set(name, Parse(json));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
