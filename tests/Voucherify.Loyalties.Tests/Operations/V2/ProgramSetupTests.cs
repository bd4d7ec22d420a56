using System.Text.Json;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>What sets a program of version 2 up: definitions, rules, rewards, tiers and their assignments.</summary>
public sealed class ProgramSetupTests
{
    private const string Loyalties = "/v2/loyalties";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    /// <summary>Calls without a body, each with its request.</summary>
    public static TheoryData<string, string> StateChanges { get; } = new()
    {
        { "program activate", "programs/lprg_1/activate" },
        { "program deactivate", "programs/lprg_1/deactivate" },
        { "card activate", "card-definitions/lcdef_1/activate" },
        { "card draft", "card-definitions/lcdef_1/draft" },
        { "rule activate", "earning-rules/lern_1/activate" },
        { "rule deactivate", "earning-rules/lern_1/deactivate" },
        { "rule draft", "earning-rules/lern_1/draft" },
        { "reward activate", "rewards/lrew_1/activate" },
        { "reward deactivate", "rewards/lrew_1/deactivate" },
        { "reward draft", "rewards/lrew_1/draft" },
        { "tiers activate", "tier-structures/lts_1/activate" },
        { "tiers deactivate", "tier-structures/lts_1/deactivate" },
        { "tiers draft", "tier-structures/lts_1/draft" },
    };

    private static IEnumerable<Func<ILoyaltyV2Client, Task>> Updates =>
    [
        static v2 => v2.Programs.UpdateProgramAsync("lprg_1", new() { Name = "Club" }, Token),
        static v2 => v2.CardDefinitions.UpdateCardDefinitionAsync("lcdef_1", new() { Name = "Points" }, Token),
        static v2 => v2.EarningRules.UpdateEarningRuleAsync("lern_1", new() { Name = "Orders" }, Token),
        static v2 => v2.Rewards.UpdateRewardAsync("lrew_1", new() { Name = "Mug" }, Token),
        static v2 => v2.TierStructures.UpdateTierStructureAsync("lts_1", new() { Name = "Tiers" }, Token),
        static v2 => v2.TierStructures.UpdateTierAsync("lts_1", "lt_1", new() { Name = "Gold" }, Token),
        static v2 => v2.Assignments.UpdateRewardAssignmentAsync("lprg_1", "lrew_1", new() { Stock = Stock.Of(5) }, Token),
    ];

    [Fact]
    public async Task A_card_definition_is_created_with_its_parts()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.CardDefinition"));
        var request = new CreateCardDefinitionRequest
        {
            Name = "Points",
            PointsExpiration = new()
            {
                Type = ExpirationType.RollingExpiration,
                RollingExpiration = new()
                {
                    Period = new() { Value = 1, Unit = PeriodUnit.Year },
                    Rounding = new() { Type = RoundingType.EndOfMonth },
                },
            },
            SpendingLimits = new()
            {
                Global = new()
                {
                    Type = LimitType.Limited,
                    Limits =
                    [
                        new()
                        {
                            Type = PointsLimitType.TimeBased,
                            Period = LimitPeriod.Current(CurrentPeriodUnit.Month),
                            Points = new() { Max = 500 },
                        },
                    ],
                },
                Transactions = new() { Type = LimitType.NoLimit },
            },
            PayWithPoints = new() { Type = PayWithPointsType.ExchangeRatio, ExchangeRatio = new() { Formula = "100" } },
        };

        await test.Client.V2.CardDefinitions.CreateCardDefinitionAsync(request, Token);

        test.AssertSent(
            HttpMethod.Post,
            $"{Loyalties}/card-definitions",
            """
            {"name":"Points","type":"INDIVIDUAL","points_expiration":{"type":"ROLLING_EXPIRATION","rolling_expiration":
            {"period":{"value":1,"unit":"YEAR"},"rounding":{"type":"END_OF_MONTH"}}},"spending_limits":{"global":{"type":"LIMITED",
            "limits":[{"type":"TIME_BASED","period":{"type":"CURRENT_PERIOD","current_period":{"unit":"MONTH"}},"points":{"max":500}}]},
            "transactions":{"type":"NO_LIMIT"}},"pay_with_points":{"type":"EXCHANGE_RATIO","exchange_ratio":{"formula":"100"}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task An_earning_rule_and_a_reward_are_created()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.EarningRule"), SampleResponses.Ok("V2.Reward"));

        await test.Client.V2.EarningRules.CreateEarningRuleAsync(Rule(), Token);
        await test.Client.V2.Rewards.CreateRewardAsync(Mug(), Token);

        Assert.Equal(
            [
                """
                {"name":"Orders","trigger":{"event":"customer.order.paid"},"earnings":[{"effects":[{"type":"POINTS_PROPORTIONAL",
                "points_proportional":{"calculation_type":"PRE_DISCOUNT_ORDER_AMOUNT","card_definition_id":"lcdef_1",
                "order":{"amount":{"every":100,"value":1}}}}]}]}
                """.ReplaceLineEndings(""),
                """
                {"name":"Mug","type":"MATERIAL","material":{"type":"PRODUCT","product":{"id":"prod_1"}},
                "costs":[{"spending":[{"points":50,"card_definition_id":"lcdef_1"}]}]}
                """.ReplaceLineEndings(""),
            ],
            test.Handler.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task A_tier_structure_and_a_tier_are_created()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.TierStructure"), SampleResponses.Ok("V2.Tier"));

        await test.Client.V2.TierStructures.CreateTierStructureAsync(Tiers(), Token);
        await test.Client.V2.TierStructures.CreateTierAsync("lts_1", Gold(), Token);

        Assert.Equal(
            [
                ($"{Loyalties}/tier-structures",
                    """{"name":"Tiers","type":"POINT_BALANCE","point_balance":{"card_definition_id":"lcdef_1"}}"""),
                ($"{Loyalties}/tier-structures/lts_1/tiers",
                    """{"name":"Gold","qualification_rules":{"type":"POINTS","points":{"min_value":1000}}}"""),
            ],
            test.Handler.Requests.Select(static request => (request.Uri.AbsolutePath, request.Body!)));
    }

    [Fact]
    public async Task A_program_is_created_with_what_is_assigned_to_it()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.LoyaltyProgram"));
        CardDefinitionId cardDefinition = "lcdef_1";

        var program = await test.Client.V2.Programs.CreateProgramAsync(
            new()
            {
                Name = "Club",
                CardDefinitions = [cardDefinition],
                EarningRules = ["lern_1"],
                Rewards = [RewardAssign.Unlimited("lrew_1"), RewardAssign.Limited("lrew_2", 5)],
                TierStructures = ["lts_1"],
            },
            Token);

        test.AssertSent(
            HttpMethod.Post,
            $"{Loyalties}/programs",
            """
            {"name":"Club","card_definitions":[{"id":"lcdef_1"}],"earning_rules":[{"id":"lern_1"}],"rewards":[{"id":"lrew_1",
            "stock":{"type":"UNLIMITED"}},{"id":"lrew_2","stock":{"type":"LIMITED","limited":{"quantity":5}}}],
            "tier_structures":[{"id":"lts_1"}]}
            """.ReplaceLineEndings(""));
        Assert.Single(program.Rewards!);
    }

    [Fact]
    public async Task Assignments_are_changed_in_a_batch_and_listed()
    {
        using var test = new ScriptedClient(
            SampleResponses.Ok("V2.CardDefinitionAssignmentBatch"),
            SampleResponses.Ok("V2.EarningRuleAssignmentBatch"),
            SampleResponses.Ok("V2.TierStructureAssignmentBatch"),
            SampleResponses.Ok("V2.RewardAssignmentBatch"),
            Steps.Ok("""
                {"data":[{"reward_id":"lrew_1","stock":{"type":"LIMITED","limited":{"quantity":3}},"redeemed":2}],"cursor":null}
                """));
        var assignments = test.Client.V2.Assignments;

        await assignments.BatchCardDefinitionAssignmentsAsync("lprg_1", new() { Assign = ["lcdef_1"], Unassign = ["lcdef_2"] }, Token);
        await assignments.BatchEarningRuleAssignmentsAsync("lprg_1", new() { Assign = ["lern_1"] }, Token);
        await assignments.BatchTierStructureAssignmentsAsync("lprg_1", new() { Assign = ["lts_1"] }, Token);
        await assignments.BatchRewardAssignmentsAsync("lprg_1", new() { Assign = [RewardAssign.Unlimited("lrew_1")] }, Token);
        var reward = await assignments.ListRewardAssignmentsAsync("lprg_1", cancellationToken: Token).SingleAsync(Token);

        Assert.Equal(
            [
                """{"assign":[{"id":"lcdef_1"}],"unassign":[{"id":"lcdef_2"}]}""",
                """{"assign":[{"id":"lern_1"}]}""",
                """{"assign":[{"id":"lts_1"}]}""",
                """{"assign":[{"id":"lrew_1","stock":{"type":"UNLIMITED"}}]}""",
                null,
            ],
            test.Handler.Requests.Select(static request => request.Body));
        Assert.Equal(
            ["card-definitions/batch", "earning-rules/batch", "tier-structures/batch", "rewards/batch", "rewards"],
            test.Handler.Requests.Select(static request => request.Uri.AbsolutePath[$"{Loyalties}/programs/lprg_1/".Length..]));
        Assert.Equal((3, 2), (reward.Stock!.Limited!.Quantity, reward.Redeemed));
    }

    [Theory, MemberData(nameof(StateChanges))]
    public async Task A_state_is_changed_and_read_after_a_lost_response(string change, string path)
    {
        var state = change.Split(' ')[1] switch { "activate" => "ACTIVE", "draft" => "DRAFT", _ => "INACTIVE" };
        using var test = new ScriptedClient(Steps.Ok($$"""{"id":"x_1","status":"{{state}}"}"""));
        using var lost = new ScriptedClient(Steps.LoseConnection(), Steps.Ok($$"""{"id":"x_1","status":"{{state}}"}"""));

        await ChangeAsync(test.Client.V2, change);
        await lost.Clock.RunToEnd(ChangeAsync(lost.Client.V2, change));

        test.AssertSent(HttpMethod.Post, $"{Loyalties}/{path}", null);
        Assert.Equal(
            [("POST", $"{Loyalties}/{path}"), ("GET", $"{Loyalties}/{path[..path.LastIndexOf('/')]}")],
            lost.Handler.Requests.Select(static request => (request.Method.Method, request.Uri.AbsolutePath)));
    }

    [Fact]
    public async Task An_update_is_repeated_after_a_lost_response()
    {
        foreach (var update in Updates)
        {
            using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok("""{"id":"x_1","reward_id":"lrew_1"}"""));

            await test.Clock.RunToEnd(update(test.Client.V2));

            Assert.All(test.Handler.Requests, static request => Assert.Equal(HttpMethod.Put, request.Method));
            Assert.Equal(2, test.Attempts);
        }
    }

    [Fact]
    public async Task Lists_have_filters_and_orders()
    {
        using var test = new ScriptedClient(static (_, _) => Task.FromResult(
            new HttpResponseMessage { Content = new StringContent("""{"data":[],"cursor":null}""") }));
        var v2 = test.Client.V2;

        await v2.CardDefinitions.ListCardDefinitionsPageAsync(
            new() { Filters = new() { Status = new() { Is = CardDefinitionStatus.Active } }, Order = CardDefinitionOrder.Name }, Token);
        await v2.EarningRules.ListEarningRulesPageAsync(new() { Filters = new() { Id = new() { In = ["lern_1"] } } }, Token);
        await v2.Rewards.ListRewardsPageAsync(new() { Filters = new() { Type = new() { Is = RewardType.Digital } } }, Token);
        await v2.TierStructures.ListTierStructuresPageAsync(new() { Filters = new() { Name = new() { Contains = "t" } } }, Token);
        await v2.TierStructures.ListTiersPageAsync("lts_1", new() { Order = TierOrder.CreatedAtDescending }, Token);

        Assert.Equal(
            [
                "card-definitions?filters[status][conditions][$is]=ACTIVE&order=name",
                "earning-rules?filters[id][conditions][$in][0]=lern_1",
                "rewards?filters[type][conditions][$is]=DIGITAL",
                "tier-structures?filters[name][conditions][$contains]=t",
                "tier-structures/lts_1/tiers?order=-created_at",
            ],
            test.Handler.Requests.Select(static request => Uri.UnescapeDataString(request.Uri.PathAndQuery)[$"{Loyalties}/".Length..]));
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back()
    {
        const string Rules = """{"logic":"1 and (2 or 3)","1":{"name":"order.amount","conditions":{"$more_than":[1.50]}}}""";
        using var test = new ScriptedClient(
            Steps.Ok($$$"""
                {"id":"lern_1","status":"ACTIVE","trigger":{"event":"customer.order.paid","custom_event":null,"segment":null},
                 "earnings":[{"id":"lernei_1","name":null,"rules":{{{Rules}}},"tier_rules":{"type":"NO_REQUIREMENTS"},
                 "effects":[{"type":"POINTS","points":{"value":5,"card_definition_id":"lcdef_1"}}]}],
                 "validity_hours":{"type":"ANY_TIME"},"trigger_limits":{"cooldown":{"type":"NO_COOLDOWN"},
                 "frequency":{"type":"NO_LIMIT","limits":[]}},"earning_limits":{"global":{"type":"NO_LIMIT","limits":[]}},
                 "object":"earning_rule"}
                """),
            SampleResponses.Ok("V2.EarningRule"));
        var rules = test.Client.V2.EarningRules;
        var rule = await rules.GetEarningRuleAsync("lern_1", Token);

        await rules.UpdateEarningRuleAsync(
            rule.Id,
            new()
            {
                Earnings = rule.Earnings,
                Trigger = rule.Trigger,
                ValidityHours = rule.ValidityHours,
                TriggerLimits = rule.TriggerLimits,
                EarningLimits = rule.EarningLimits,
            },
            Token);

        Assert.Contains($"\"rules\":{Rules}", test.Handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"lernei_1\"", test.Handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_are_any_JSON()
    {
        var earning = JsonSerializer.Deserialize<Earning>("""{"rules":{"logic":"1","1":{}}}""")!;

        Assert.Equal("1", earning.Rules!.Value.GetProperty("logic").GetString());
    }

    private static Task ChangeAsync(ILoyaltyV2Client v2, string change) => change switch
    {
        "program activate" => v2.Programs.ActivateProgramAsync("lprg_1", Token),
        "program deactivate" => v2.Programs.DeactivateProgramAsync("lprg_1", Token),
        "card activate" => v2.CardDefinitions.ActivateCardDefinitionAsync("lcdef_1", Token),
        "card draft" => v2.CardDefinitions.DraftCardDefinitionAsync("lcdef_1", Token),
        "rule activate" => v2.EarningRules.ActivateEarningRuleAsync("lern_1", Token),
        "rule deactivate" => v2.EarningRules.DeactivateEarningRuleAsync("lern_1", Token),
        "rule draft" => v2.EarningRules.DraftEarningRuleAsync("lern_1", Token),
        "reward activate" => v2.Rewards.ActivateRewardAsync("lrew_1", Token),
        "reward deactivate" => v2.Rewards.DeactivateRewardAsync("lrew_1", Token),
        "reward draft" => v2.Rewards.DraftRewardAsync("lrew_1", Token),
        "tiers activate" => v2.TierStructures.ActivateTierStructureAsync("lts_1", Token),
        "tiers deactivate" => v2.TierStructures.DeactivateTierStructureAsync("lts_1", Token),
        _ => v2.TierStructures.DraftTierStructureAsync("lts_1", Token),
    };

    private static CreateEarningRuleRequest Rule() => new()
    {
        Name = "Orders",
        Trigger = EarningRuleTrigger.OrderPaid,
        Earnings = [new() { Effects = [EarningEffect.PerOrderAmount("lcdef_1", every: 100, points: 1)] }],
    };

    private static CreateRewardRequest Mug() => new()
    {
        Name = "Mug",
        Type = RewardType.Material,
        Material = new() { Type = MaterialType.Product, Product = new() { Id = "prod_1" } },
        Costs = [RewardCost.InPoints("lcdef_1", 50)],
    };

    private static CreateTierStructureRequest Tiers() => new()
    {
        Name = "Tiers",
        Type = TierStructureType.PointBalance,
        PointBalance = new() { CardDefinitionId = "lcdef_1" },
    };

    private static CreateTierRequest Gold() => new()
    {
        Name = "Gold",
        QualificationRules = new() { Type = QualificationType.Points, Points = new() { MinValue = 1000 } },
    };
}
