using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Seeds;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Adds what programs consist of, as requests would create it.</summary>
internal sealed class ProgramParts(ProgramCatalog configuration, DateTimeOffset now)
{
    public CardDefinition AddDefinition(ProgramSeed seed)
    {
        var definition = configuration.CardDefinitions.Add(seed.Name + " card", now);
        Set(definition, "type", "\"INDIVIDUAL\"");
        Set(definition, "pay_with_points", """{"type":"EXCHANGE_RATIO","exchange_ratio":{"formula":"0.1"} }""");
        if (seed.ExpiresAfterMonths is { } months)
        {
            Set(
                definition,
                "points_expiration",
                $$"""{"type":"ROLLING_EXPIRATION","rolling_expiration":{"period":{"unit":"MONTH","value":{{months}} } } }""");
        }

        return definition;
    }

    /// <summary>Adds an earning rule.</summary>
    /// <param name="seed">The rule.</param>
    /// <param name="schemaId">The schema of its custom event, or null for paid orders.</param>
    /// <param name="definitionId">The cards that it is for.</param>
    public EarningRule AddRule(RuleSeed seed, string? schemaId, string definitionId)
    {
        var rule = configuration.EarningRules.Add(seed.Name, now);
        Set(rule, "trigger", schemaId is not null
            ? $$"""{"event":"customer.custom_event","custom_event":{"schema_id":"{{schemaId}}"} }"""
            : """{"event":"customer.order.paid"}""");
        Set(rule, "earnings", EarningsOf(configuration.Ids.Next("lernei_", now), seed.Every is { } every
            ? $$"""
            {"type":"POINTS_PROPORTIONAL","points_proportional":{"calculation_type":"PRE_DISCOUNT_ORDER_AMOUNT",
              "card_definition_id":"{{definitionId}}","order":{"amount":{"every":{{every}},"value":{{seed.Points}} } } } }
            """
            : $$"""{"type":"POINTS","points":{"value":{{seed.Points}},"card_definition_id":"{{definitionId}}"} }"""));
        return rule;
    }

    public RewardDefinition AddReward(PriceSeed seed, string definitionId)
    {
        var reward = configuration.Rewards.Add(seed.Name, now);
        Set(reward, "type", "\"MATERIAL\"");
        Set(reward, "material", """{"type":"PRODUCT","product":{"id":"prod_0"}}""");
        var (id, spendingId) = (configuration.Ids.Next("lrcst_", now), configuration.Ids.Next("lrspn_", now));
        Set(
            reward,
            "costs",
            $$$"""
            [{"id":"{{{id}}}","spending":[{"id":"{{{spendingId}}}","name":null,"points":{{{seed.Points}}},
              "card_definition_id":"{{{definitionId}}}"}]}]
            """);
        return reward;
    }

    public TierStructure AddTiers(ProgramSeed seed, string definitionId)
    {
        var structure = configuration.TierStructures.Add(seed.Name + " tiers", now);
        Set(structure, "type", "\"POINT_BALANCE\"");
        Set(structure, "point_balance", $$"""{"card_definition_id":"{{definitionId}}"}""");
        Set(structure, "downgrade", """{"type":"MULTI_LEVEL"}""");
        foreach (var tierSeed in seed.Tiers)
        {
            var max = tierSeed.To is { } to ? $",\"max_value\":{to}" : "";
            var tier = configuration.AddTier(structure, tierSeed.Name, now);
            Set(tier, "qualification_rules", $$$"""{"type":"POINTS","points":{"min_value":{{{tierSeed.From}}}{{{max}}}} }""");
            tier.Status = ResourceStatus.Active;
        }

        return structure;
    }

    private static string EarningsOf(string id, string effect) =>
        $$"""[{"id":"{{id}}","name":null,"tier_rules":{"type":"NO_REQUIREMENTS"},"effects":[{{effect}}]}]""";

    private static void Set(ConfigResource resource, string name, string json) => resource.Properties.Set(name, JsonBuffer.Parse(json));
}
