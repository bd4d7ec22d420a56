using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string OrderPaid = """{"event":"customer.order.paid"}""";

    private static Task<ReceivedResponse> PayAsync(HttpClient client, long amount = 1_000, string more = "") => PostAsync(
        client,
        "v1/orders",
        $$"""{"status":"PAID","amount":{{amount.ToString(CultureInfo.InvariantCulture)}},"customer":{"source_id":"shop-42"}{{more}} }""");

    /// <summary>Starts a sandbox whose rule of its own gives nothing for small orders, so that only the rule of the test counts.</summary>
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, SandboxMember Member, string Definition)> StartForRulesAsync(
        SandboxV2Options? v2 = null)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(v2: v2);
        var own = (await GetAsync(client, $"{Programs}/{member.ProgramId}/earning-rules")).Data[0]["earning_rule_id"];
        await PostAsync(client, $"v2/loyalties/earning-rules/{own}/deactivate", "");
        var definition = (string)(await GetAsync(client, PathOf(member))).Json["cards"]![0]!["card"]!["card_definition_id"]!;
        return (sandbox, client, member, definition);
    }

    private static string Points(string definition, long points, string more = "") =>
        $$"""
        {"effects":[{"type":"POINTS","points":{"value":{{points.ToString(CultureInfo.InvariantCulture)}},
          "card_definition_id":"{{definition}}"{{more}} } }]}
        """;

    [Theory]
    [InlineData("PRE_DISCOUNT_ORDER_AMOUNT", "order", "amount", 24)]
    [InlineData("POST_DISCOUNT_ORDER_AMOUNT", "order", "total_amount", 14)]
    [InlineData("PRE_DISCOUNT_ORDER_ITEMS_AMOUNT", "order_items", "amount", 12)]
    [InlineData("POST_DISCOUNT_ORDER_ITEMS_AMOUNT", "order_items", "subtotal_amount", 10)]
    [InlineData("ORDER_ITEMS_QUANTITY", "order_items", "quantity", 6)]
    public async Task Points_can_be_proportional_to_an_order(string type, string owner, string name, long expected)
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync();
        var every = name is "quantity" ? 1 : 100;
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            $$"""
            {"effects":[{"type":"POINTS_PROPORTIONAL","points_proportional":{"calculation_type":"{{type}}",
              "card_definition_id":"{{definition}}","{{owner}}":{"{{name}}":{"every":{{every}},"value":2,
                "applicable_to":[{"type":"product","product":{"id":"prod_1"} }]} } } }]}
            """);

        await PayAsync(
            client,
            1_250,
            """
            ,"discount_amount":500,"items":[{"product_id":"prod_1","quantity":3,"amount":650,"discount_amount":120},
              {"product_id":"prod_2","amount":600}]
            """);

        Assert.Equal(expected, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData(SandboxEarningRounding.Down, 4)]
    [InlineData(SandboxEarningRounding.HalfUp, 5)]
    public async Task Fractions_of_points_are_rounded_as_the_option_says(SandboxEarningRounding rounding, long expected)
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync(new SandboxV2Options { EarningRounding = rounding });
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            $$"""
            {"effects":[{"type":"POINTS_PROPORTIONAL","points_proportional":{"calculation_type":"PRE_DISCOUNT_ORDER_AMOUNT",
              "card_definition_id":"{{definition}}","order":{"amount":{"every":100,"value":1.5} } } }]}
            """);

        await PayAsync(client, 399);

        Assert.Equal(expected, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData(900, null, 1)]
    [InlineData(1_000, null, 10)]
    [InlineData(900, "gold", 10)]
    [InlineData(5_000, "gold", 1)]
    public async Task The_first_earning_whose_rules_match_counts(long amount, string? level, long expected)
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync();
        const string Rules = """
            "rules":{"logic":"(1 or 2) and 3",
              "1":{"name":"order.amount","conditions":{"$more_than_or_equal":[1000]} },
              "2":{"name":"customer.metadata","property":"level","conditions":{"$in":["gold","platinum"]} },
              "3":{"name":"order.total_amount","conditions":{"$less_than":[5000]} } }
            """;
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            Points(definition, 10).Replace("{\"effects\"", "{" + Rules + ",\"effects\"", StringComparison.Ordinal)
                + "," + Points(definition, 1));
        if (level is not null)
        {
            await PostAsync(client, "v1/customers", $$"""{"source_id":"shop-42","metadata":{"level":"{{level}}"} }""");
        }

        await PayAsync(client, amount);

        Assert.Equal(expected, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData("""{"logic":"1","1":{"name":"order.items.every","conditions":{"$is":["x"]} } }""")]
    [InlineData("""{"logic":"1","1":{"name":"order.amount","conditions":{"$dow":[1]} } }""")]
    [InlineData("""{"logic":"1 xor 2","1":{"name":"order.amount"} }""")]
    public async Task Rules_that_the_sandbox_cannot_evaluate_are_refused_when_they_are_created(string rules)
    {
        var (_, client, _, definition) = await StartForRulesAsync();
        var earning = Points(definition, 1).Replace("{\"effects\"", "{\"rules\":" + rules + ",\"effects\"", StringComparison.Ordinal);

        var response = await PostAsync(
            client, "v2/loyalties/earning-rules", $$"""{"name":"Rule","trigger":{{OrderPaid}},"earnings":[{{earning}}]}""");

        Assert.Equal("501 sandbox_not_supported", KeyOf(response));
    }

    [Fact]
    public async Task A_cooldown_and_a_frequency_limit_how_often_a_rule_counts()
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync();
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            Points(definition, 1),
            """
            ,"trigger_limits":{"cooldown":{"type":"FIXED_COOLDOWN","fixed_cooldown":{"period":{"value":2,"unit":"HOUR"} } },
              "frequency":{"type":"LIMITED","limits":[{"type":"TIME_BASED","triggers":{"max":2},
                "period":{"type":"CURRENT_PERIOD","current_period":{"unit":"DAY"} } }]} }
            """);
        var balances = new List<long>();
        for (var hour = 12; hour < 27; hour++)
        {
            await PayAsync(client);
            balances.Add(sandbox.V2.GetCard(member.CardId).Balance);
            Time.Advance(TimeSpan.FromHours(1));
        }

        // At 12:00 and 14:00, and then at the beginning of the next day and two hours later.
        Assert.Equal([1L, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4], balances);
    }

    [Theory]
    [InlineData("start_date", "2024-05-16T00:00:00Z", 0)]
    [InlineData("start_date", "2024-05-15T00:00:00Z", 1)]
    [InlineData("end_date", "2024-05-15T00:00:00Z", 0)]
    [InlineData("end_date", "2024-05-16T00:00:00Z", 1)]
    public async Task A_rule_counts_between_its_dates(string name, string value, long expected)
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync();
        await AddRuleAsync(client, member, OrderPaid, Points(definition, 1), $",\"{name}\":\"{value}\"");

        await PayAsync(client);

        Assert.Equal(expected, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData("""[{"days_of_week":[3],"start_time":"11:00","end_time":"13:00"}]""", 1)]
    [InlineData("""[{"days_of_week":[3],"start_time":"10:00","end_time":"12:00"}]""", 0)]
    [InlineData("""[{"days_of_week":[4],"start_time":"11:00","end_time":"13:00"}]""", 0)]
    public async Task A_rule_counts_within_its_hours(string daily, long expected)
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync();
        await AddRuleAsync(
            client, member, OrderPaid, Points(definition, 1), $$""","validity_hours":{"type":"DAILY","daily":{{daily}} }""");

        await PayAsync(client);

        Assert.Equal(expected, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task An_effect_can_have_an_expiration_of_its_own()
    {
        var (_, client, member, definition) = await StartForRulesAsync();
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            Points(
                definition,
                5,
                """
                ,"points_expiration":{"type":"ROLLING_EXPIRATION",
                  "rolling_expiration":{"period":{"unit":"DAY","value":40},"rounding":{"type":"END_OF_MONTH"} } }
                """));

        await PayAsync(client);

        var bucket = Assert.Single((await GetAsync(client, CardOf(member) + "/expiring-points")).Data);
        Assert.Equal(("2024-06-30", 5), ((string?)bucket["expiration_date"], (int)bucket["points"]!["total"]!));
    }

    [Fact]
    public async Task Faults_strike_paid_orders_like_every_write()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.Next(SandboxFault.LoseResponse);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PayAsync(client));

        Assert.Equal(10, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData("transactions", """{"type":"POINTS","max":9}""", "0 0 0")]
    [InlineData("transactions", """{"type":"POINTS","max":10}""", "10 20 30")]
    [InlineData("global", """{"type":"BALANCE_BASED","max":15}""", "10 15 15")]
    [InlineData(
        "global",
        """
        {"type":"TIME_BASED","points":{"max":12},"period":{"type":"CURRENT_PERIOD","current_period":{"unit":"DAY"} } }
        """,
        "10 12 22")]
    public async Task The_limits_of_a_card_cut_earned_points_or_refuse_them(string part, string limit, string expected)
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            $$""","earning_limits":{"{{part}}":{"type":"LIMITED","limits":[{{limit}}]} }""");
        var balances = new List<long>();
        foreach (var hours in new[] { 1, 12, 1 })
        {
            await PayAsync(client);
            balances.Add(sandbox.V2.GetCard(member.CardId).Balance);
            Time.Advance(TimeSpan.FromHours(hours));
        }

        Assert.Equal(expected, string.Join(' ', balances));
    }

    [Fact]
    public async Task The_limit_of_a_rule_cuts_earned_points()
    {
        var (sandbox, client, member, definition) = await StartForRulesAsync();
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            Points(definition, 10),
            """
            ,"earning_limits":{"global":{"type":"LIMITED","limits":[{"type":"TIME_BASED","points":{"max":25},
              "period":{"type":"CURRENT_PERIOD","current_period":{"unit":"MONTH"} } }]} }
            """);
        await AdjustCardAsync(client, member, 100);

        for (var i = 0; i < 4; i++)
        {
            await PayAsync(client);
        }

        Assert.Equal(125, sandbox.V2.GetCard(member.CardId).Balance);
    }
}
