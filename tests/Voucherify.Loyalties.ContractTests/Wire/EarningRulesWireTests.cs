using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The requests about earning rules, and the estimate of their points.</summary>
public sealed class EarningRulesWireTests : OperationTests
{
    private const string Path = "/v1/loyalties/camp_1/earning-rules";
    private const string RulePath = $"{Path}/ern_1";
    private const string Rule = """
        {"id":"ern_1","event":"order.paid","loyalty":{"type":"FIXED","points":5},"active":true,"pending_points":null,
        "object":"earning_rule"}
        """;

    private static readonly EarningRuleTarget Shoe = new() { Kind = EarningRuleTargetKind.Product, Id = "prod_1" };
    private static readonly EarningRuleTarget Bags = new() { Kind = EarningRuleTargetKind.ProductsCollection, Id = "pc_1" };

    public static TheoryData<EarningRulePoints, string> Points => new()
    {
        { EarningRulePoints.Fixed(100), """{"type":"FIXED","points":100}""" },
        {
            new() { Type = EarningRulePointsType.Fixed, Points = 1, PointsFormula = "1+1" },
            """{"type":"FIXED","points":1,"points_formula":"1\u002B1"}"""
        },
        {
            EarningRulePoints.PerOrderAmount(1000, 2),
            """{"type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":1000,"points":2}}}"""
        },
        {
            EarningRulePoints.PerOrderTotalAmount(1000, 2),
            """{"type":"PROPORTIONAL","calculation_type":"ORDER_TOTAL_AMOUNT","order":{"total_amount":{"every":1000,"points":2}}}"""
        },
        {
            EarningRulePoints.PerOrderMetadata("km", 1, 2),
            """{"type":"PROPORTIONAL","calculation_type":"ORDER_METADATA","order":{"metadata":{"every":1,"points":2,"property":"km"}}}"""
        },
        {
            EarningRulePoints.PerItemsQuantity(1, 2, Shoe, Bags),
            """{"type":"PROPORTIONAL","calculation_type":"ORDER_ITEMS_QUANTITY","order_items":{"quantity":"""
            + """{"every":1,"points":2,"applicable_to":[{"object":"product","id":"prod_1"},"""
            + """{"object":"products_collection","id":"pc_1"}]}}}"""
        },
        {
            EarningRulePoints.PerItemsAmount(100, 2, Shoe),
            """{"type":"PROPORTIONAL","calculation_type":"ORDER_ITEMS_AMOUNT","order_items":{"amount":"""
            + """{"every":100,"points":2,"applicable_to":[{"object":"product","id":"prod_1"}]}}}"""
        },
        {
            EarningRulePoints.PerItemsSubtotalAmount(100, 2),
            """{"type":"PROPORTIONAL","calculation_type":"ORDER_ITEMS_SUBTOTAL_AMOUNT","order_items":"""
            + """{"subtotal_amount":{"every":100,"points":2}}}"""
        },
        {
            EarningRulePoints.PerCustomerMetadata("age", 10, 2),
            """{"type":"PROPORTIONAL","calculation_type":"CUSTOMER_METADATA","customer":"""
            + """{"metadata":{"every":10,"points":2,"property":"age"}}}"""
        },
        {
            EarningRulePoints.PerCustomEventMetadata("steps", 10, 2),
            """{"type":"PROPORTIONAL","calculation_type":"CUSTOM_EVENT_METADATA","custom_event":"""
            + """{"metadata":{"every":10,"points":2,"property":"steps"}}}"""
        },
    };

    public static TheoryData<CreateEarningRuleRequest, string> Rules => new()
    {
        {
            CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(5)),
            """{"event":"order.paid","loyalty":{"type":"FIXED","points":5}}"""
        },
        {
            CreateEarningRuleRequest.ForSegmentEntered("seg_1", EarningRulePoints.Fixed(5)),
            """{"event":"customer.segment.entered","loyalty":{"type":"FIXED","points":5},"segment":{"id":"seg_1"}}"""
        },
        {
            CreateEarningRuleRequest.ForCustomEvent("walked", "ms_1", EarningRulePoints.Fixed(5)),
            """{"event":"walked","loyalty":{"type":"FIXED","points":5},"custom_event":{"schema_id":"ms_1"}}"""
        },
        {
            CreateEarningRuleRequest.ForTierChange(EarningRuleEvent.CustomerLoyaltyTierUpgraded, EarningRulePoints.Fixed(5)),
            """{"event":"customer.loyalty.tier.upgraded","loyalty":{"type":"FIXED","points":5},"loyalty_tier":{"id":"__ANY__"}}"""
        },
        {
            CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(5)) with
            {
                ValidationRuleId = "val_1",
                PendingPoints = EarningRulePendingPoints.ForDays(14),
                ExpirationRules = new() { PeriodType = PointsExpirationPeriod.FixedDayOfYear, FixedMonth = 12, FixedDay = 31 },
                Source = new() { Banner = "Shop" },
                Active = false,
                StartDate = DateTimeOffset.UnixEpoch,
                ValidityTimeframe = new() { Interval = "P1D", Duration = "PT1H" },
            },
            Flat("""
                {"event":"order.paid","loyalty":{"type":"FIXED","points":5},"validation_rule_id":"val_1",
                "pending_points":{"period_type":"DAY","period_value":14},
                "expiration_rules":{"period_type":"FIXED_DAY_OF_YEAR","fixed_month":12,"fixed_day":31},"source":{"banner":"Shop"},
                "active":false,"start_date":"1970-01-01T00:00:00Z","validity_timeframe":{"duration":"PT1H","interval":"P1D"}}
                """)
        },
    };

    [Fact]
    public async Task Earning_rules_are_listed_with_every_parameter()
    {
        var page = await PlayAsync(
            Exchange.Get(Path, $$"""{"object":"list","data_ref":"data","data":[{{Rule}}],"total":4}"""),
            client => client.V1.EarningRules.ListEarningRulesPageAsync(
                "camp_1", new() { Limit = 1, Page = 2, Order = EarningRuleOrder.CreatedAt }, cancellationToken: Stop),
            query: "limit=1&page=2&order=created_at");

        Assert.Equal((EarningRuleEvent.OrderPaid, 4), (Assert.Single(page.Data!).Event, page.Total));
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Each_way_to_earn_points_is_sent_in_its_documented_form(EarningRulePoints points, string loyalty) => await PlayAsync(
        Exchange.Post(Path, $"[{Rule}]"),
        client => client.V1.EarningRules.CreateEarningRulesAsync(
            "camp_1", [CreateEarningRuleRequest.ForOrderPaid(points)], cancellationToken: Stop),
        body: $$"""[{"event":"order.paid","loyalty":{{loyalty}}}]""");

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Earning_rules_are_created_in_one_request(CreateEarningRuleRequest rule, string json)
    {
        var rules = await PlayAsync(
            Exchange.Post(Path, $"[{Rule},{Rule}]"),
            client => client.V1.EarningRules.CreateEarningRulesAsync("camp_1", [rule, rule], cancellationToken: Stop),
            body: $"[{json},{json}]");

        Assert.Equal(["ern_1", "ern_1"], rules.Select(static created => created.Id));
    }

    [Fact]
    public async Task An_earning_rule_is_read()
    {
        var rule = await PlayAsync(
            Exchange.Get(RulePath, Rule), client => client.V1.EarningRules.GetEarningRuleAsync("camp_1", "ern_1", cancellationToken: Stop));

        Assert.Equal((EarningRulePointsType.Fixed, 5, true), (rule.Loyalty!.Type, rule.Loyalty.Points, rule.Active));
        Assert.Null(rule.PendingPoints);
    }

    [Fact]
    public async Task An_update_of_an_earning_rule_sends_only_what_changes()
    {
        var rule = await PlayAsync(
            new Exchange("PUT", RulePath, 200, Rule),
            client => client.V1.EarningRules.UpdateEarningRuleAsync(
                "camp_1",
                "ern_1",
                new() { Loyalty = EarningRulePoints.Fixed(6), Source = new() { Banner = "New" } },
                cancellationToken: Stop),
            body: """{"loyalty":{"type":"FIXED","points":6},"source":{"banner":"New"}}""");

        Assert.Equal("ern_1", rule.Id);
    }

    [Fact]
    public Task Pending_points_of_an_earning_rule_are_removed_with_null() => PlayAsync(
        new Exchange("PUT", RulePath, 200, Rule),
        client => client.V1.EarningRules.UpdateEarningRuleAsync(
            "camp_1", "ern_1", new() { PendingPoints = EarningRulePendingPoints.None }, cancellationToken: Stop),
        body: """{"pending_points":null}""");

    [Fact]
    public async Task An_earning_rule_is_deleted_without_a_body()
    {
        await PlayAsync(
            new Exchange("DELETE", RulePath, 204, null),
            client => client.V1.EarningRules.DeleteEarningRuleAsync("camp_1", "ern_1", cancellationToken: Stop));

        await AssertEmptyContentAsync();
    }

    [Fact]
    public async Task An_earning_rule_is_enabled_without_a_body()
    {
        var rule = await PlayAsync(
            Exchange.Post($"{RulePath}/enable", Rule),
            client => client.V1.EarningRules.EnableEarningRuleAsync("camp_1", "ern_1", cancellationToken: Stop));

        Assert.True(rule.Active);
        await AssertEmptyContentAsync();
    }

    [Fact]
    public async Task An_earning_rule_is_disabled_without_a_body()
    {
        var rule = await PlayAsync(
            Exchange.Post($"{RulePath}/disable", """{"id":"ern_1","active":false}"""),
            client => client.V1.EarningRules.DisableEarningRuleAsync("camp_1", "ern_1", cancellationToken: Stop));

        Assert.False(rule.Active);
        await AssertEmptyContentAsync();
    }

    [Fact]
    public async Task The_points_of_an_order_are_estimated()
    {
        var request = new EstimatePointsRequest
        {
            Customer = new() { SourceId = "me@example.com" },
            Order = new()
            {
                SourceId = "order-1",
                Amount = 20000,
                Items = [new() { Quantity = 2, SourceId = "sku-1", Kind = OrderItemKind.Sku }],
            },
        };

        var estimate = await PlayAsync(
            Exchange.Post(
                "/v1/loyalties/camp_1/qualifications",
                """{"campaign":{"id":"camp_1","name":"Gold","object":"campaign"},"points_estimation":42}"""),
            client => client.V1.EarningRules.EstimatePointsAsync("camp_1", request, cancellationToken: Stop),
            body: """{"customer":{"source_id":"me@example.com"},"order":{"source_id":"order-1","amount":20000,"items":"""
                + """[{"related_object":"sku","source_id":"sku-1","quantity":2}]}}""");

        Assert.Equal(
            new EstimatePointsResult { Campaign = new() { Id = "camp_1", Name = "Gold", Object = "campaign" }, PointsEstimation = 42 },
            estimate);
    }
}
