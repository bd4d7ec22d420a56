using System.Net;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string RulesPath = "v1/loyalties/Summer%20Club/earning-rules";
    private const string TenPerOrder = """[{"event":"order.paid","loyalty":{"type":"FIXED","points":10}}]""";

    [Fact]
    public async Task Earning_rules_are_returned_as_they_were_created_in_their_order()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var sdk = Sdk(sandbox);

        var created = await sdk.V1.EarningRules.CreateEarningRulesAsync(
            Campaign,
            [
                CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerOrderAmount(
                    100,
                    2)) with { Source = new() { Banner = "2 for 1.00" }, PendingPoints = EarningRulePendingPoints.ForDays(3) },
                CreateEarningRuleRequest.ForCustomEvent("visit", "ms_1", EarningRulePoints.Fixed(5)) with { Active = false },
            ],
            cancellationToken: Stop);
        var listed = await sdk.V1.EarningRules.ListEarningRulesAsync(Campaign, cancellationToken: Stop).ToListAsync(Stop);

        Assert.Equal(created.Select(static rule => rule.Id), listed.Select(static rule => rule.Id));
        Assert.Equal(
            ("order.paid", 100, 2, "2 for 1.00", 3, true),
            (listed[0].Event!.Value.Value,
             listed[0].Loyalty!.Order!.Amount!.Every,
             listed[0].Loyalty!.Order!.Amount!.Points,
             listed[0].Source!.Banner,
             listed[0].PendingPoints!.PeriodValue,
             listed[0].Active));
        Assert.Equal(("visit", "ms_1", false), (listed[1].Event!.Value.Value, listed[1].CustomEvent!.SchemaId, listed[1].Active));
        Assert.Equal(
            (await sdk.V1.EarningRules.GetEarningRuleAsync(Campaign, created[1].Id!, cancellationToken: Stop)).AutomationId,
            created[1].AutomationId);
        Assert.Equal([created[1].Id!], (await GetAsync(client, RulesPath + "?order=-created_at&limit=1")).Ids);
    }

    [Theory]
    [InlineData("{}", 400, "Payload must be an array with at least 1 element")]
    [InlineData("[7]", 400, "Payload must be an array of objects")]
    [InlineData("""[{"event":"order.paid"}]""", 400, "Payload should have required property 'loyalty'")]
    [InlineData("""[{"loyalty":{"type":"FIXED","points":1}}]""", 400, "Payload should have required property 'event'")]
    [InlineData("""[{"event":"order.paid","loyalty":{"type":"FIXED","points":-1}}]""", 400, "Property .loyalty is invalid")]
    [InlineData("""[{"event":"order.paid","loyalty":{"type":"SQUARE","points":1}}]""", 400, "Property .loyalty is invalid")]
    [InlineData(
        """
        [{"event":"order.paid",
          "loyalty":{"type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":0,"points":1}}}}]
        """,
        400,
        "Property .loyalty is invalid")]
    [InlineData(
        """[{"event":"order.paid","loyalty":{"type":"FIXED","points":1},"pending_points":{"period_type":"DAY","period_value":91}}]""",
        400,
        "Property .pending_points is invalid")]
    [InlineData(
        """[{"event":"order.paid","loyalty":{"type":"FIXED","points":1},"expiration_rules":{}}]""",
        400,
        "Property .expiration_rules is invalid")]
    [InlineData(
        """[{"event":"customer.loyalty.tier.joined","loyalty":{"type":"FIXED","points":1},"loyalty_tier":{"id":"lt_1"}}]""",
        404,
        "Cannot find loyalty_tier with id lt_1")]
    public async Task An_invalid_earning_rule_is_refused(string body, int status, string details)
    {
        var (_, client) = await StartWithCardAsync();

        var response = await PostAsync(client, RulesPath, body);

        Assert.Equal((status, details), ((int)response.Status, (string?)response.Json["details"]));
        Assert.Empty((await GetAsync(client, RulesPath)).Data);
    }

    [Fact]
    public async Task An_earning_rule_is_updated_disabled_enabled_and_deleted()
    {
        var (sandbox, _) = await StartWithCardAsync();
        var rules = Sdk(sandbox).V1.EarningRules;
        var id = (await rules.CreateEarningRulesAsync(
            Campaign,
            [
                CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(10)) with
                {
                    PendingPoints = EarningRulePendingPoints.ForDays(1),
                },
            ],
            cancellationToken: Stop))[0].Id!;

        var disabled = await rules.DisableEarningRuleAsync(Campaign, id, cancellationToken: Stop);
        Assert.Equal((0, 0), Earned(sandbox.V1.PayOrder("CARD", 100)));
        var enabled = await rules.EnableEarningRuleAsync(Campaign, id, cancellationToken: Stop);
        Assert.Equal((0, 10), Earned(sandbox.V1.PayOrder("CARD", 100)));
        var changed = await rules.UpdateEarningRuleAsync(
            Campaign,
            id,
            new() { Loyalty = EarningRulePoints.Fixed(7), PendingPoints = EarningRulePendingPoints.None },
            cancellationToken: Stop);
        Assert.Equal((7, 0), Earned(sandbox.V1.PayOrder("CARD", 100)));
        await rules.DeleteEarningRuleAsync(Campaign, id, cancellationToken: Stop);
        Assert.Equal((0, 0), Earned(sandbox.V1.PayOrder("CARD", 100)));

        Assert.Equal((false, true, true, 7), (disabled.Active, enabled.Active, changed.Active, changed.Loyalty!.Points));
        Assert.Null(changed.PendingPoints);
        Assert.Equal(
            "earning_rule",
            (await Assert.ThrowsAsync<LoyaltyApiException>(() =>
                rules.EnableEarningRuleAsync(Campaign, id, cancellationToken: Stop))).Error.ResourceType);
    }

    [Fact]
    public async Task A_paid_order_earns_by_every_active_rule_with_one_transaction_each()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await Sdk(sandbox).V1.EarningRules.CreateEarningRulesAsync(
            Campaign,
            [
                CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerOrderAmount(
                    1000,
                    3)) with { Source = new() { Banner = "3 for 10.00" } },
                CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerOrderTotalAmount(1000, 5)),
                CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(1)) with { StartDate = Time.GetUtcNow().AddDays(1) },
                CreateEarningRuleRequest.ForTierChange(EarningRuleEvent.CustomerLoyaltyTierJoined, EarningRulePoints.Fixed(100)),
            ],
            cancellationToken: Stop);

        var order = sandbox.V1.PayOrder("CARD", 2999, 1000, "order-1");

        Assert.Equal(11, order.EarnedPoints);
        Assert.Equal([6, 5], sandbox.Journal.Select(static entry => entry.Points));
        Assert.All(
            sandbox.Journal,
            entry => Assert.Equal(("POINTS_ACCRUAL", order.Id, null), (entry.Type, entry.ResourceId, entry.RequestId)));
        var row = (await TransactionsAsync(client)).Data[1];
        Assert.Equal((null, null, null), ((string?)row["source"], (string?)row["source_id"], (string?)row["reason"]));
        var details = row["details"]!;
        Assert.Equal(
            (order.Id, "order-1", "customer.order.paid", "3 for 10.00"),
            ((string?)details["order"]!["id"],
             (string?)details["order"]!["source_id"],
             (string?)details["event"]!["type"],
             (string?)details["earning_rule"]!["source"]!["banner"]));
        Assert.Equal((11, 11), (sandbox.V1.GetCard("CARD").Balance, sandbox.V1.GetCard("CARD").Points));
    }

    [Fact]
    public async Task Pending_points_of_an_order_become_usable_on_their_day_with_the_expiration_of_their_rule()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(
            client,
            RulesPath,
            """
            [{"event":"order.paid","loyalty":{"type":"FIXED","points":10},"pending_points":{"period_type":"DAY","period_value":2},
              "expiration_rules":{"period_type":"MONTH","period_value":1}}]
            """);

        var order = sandbox.V1.PayOrder("CARD", 0);
        var pending = Assert.Single((await GetAsync(client, "v1/loyalties/members/CARD/pending-points")).Data);
        Time.Advance(TimeSpan.FromHours(36));
        var card = sandbox.V1.GetCard("CARD");

        Assert.Equal(
            (order.Id, 10, "2024-05-17"),
            ((string?)pending["order_id"], (int)pending["points"]!, (string?)pending["activates_at"]));
        Assert.NotNull(pending["details"]!["earning_rule"]);
        Assert.Equal((10, new DateOnly(2024, 6, 17)), (card.Balance, Assert.Single(card.Buckets).ExpiresOn));
        Assert.Equal(["PENDING_POINTS_ADDED", "PENDING_POINTS_ACTIVATION"], sandbox.Journal.Select(static entry => entry.Type));
        Assert.Equal([10, -10], sandbox.Journal.Select(static entry => entry.PendingPointsChange));
    }

    [Fact]
    public async Task An_estimate_equals_what_the_order_earns()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(
            client,
            RulesPath,
            """
            [{"event":"order.paid",
              "loyalty":{"type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":"100","points":"2"}}}}]
            """);
        var sdk = Sdk(sandbox);
        var member = await sdk.V1.Members.AddMemberAsync(Campaign, new() { Customer = "ann" }, cancellationToken: Stop);

        var byAmount = await EstimateAsync(sdk, new() { Amount = 1050 });
        var byItems = await EstimateAsync(sdk, new() { Items = [new() { Price = 500, Quantity = 2 }, new() { Amount = 50 }] });
        var order = sandbox.V1.PayOrder(member.Code.Value, 1050, sourceId: "order-1");
        var known = await EstimateAsync(sdk, new() { SourceId = "order-1" });

        Assert.Equal((20, 20, 20, 20), (byAmount.PointsEstimation, byItems.PointsEstimation, order.EarnedPoints, known.PointsEstimation));
        Assert.Equal((Campaign, "campaign"), (known.Campaign!.Name, known.Campaign.Object));
    }

    [Theory]
    [InlineData("""{"customer":"bob","order":{"amount":1}}""", 400, "campaign_not_allow_auto_join")]
    [InlineData("""{"order":{"amount":1}}""", 400, "invalid_payload")]
    [InlineData("""{"customer":"ann"}""", 400, "invalid_payload")]
    [InlineData("""{"customer":"ann","order":{"amount":"x"}}""", 400, "invalid_payload")]
    [InlineData("""{"customer":{"name":"Bob"},"order":{"amount":1}}""", 400, "campaign_not_allow_auto_join")]
    public async Task An_invalid_estimate_is_refused(string body, int status, string key)
    {
        var (sandbox, client) = await StartWithCardAsync();
        await Sdk(sandbox).V1.Members.AddMemberAsync(Campaign, new() { Customer = "ann" }, cancellationToken: Stop);

        var response = await PostAsync(client, "v1/loyalties/Summer%20Club/qualifications", body);

        Assert.Equal((status, key), ((int)response.Status, (string?)response.Json["key"]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"amount":null}""")]
    [InlineData("""{"source_id":"none"}""")]
    [InlineData("""{"items":[{"product_id":"prod_1","quantity":"2"}]}""")]
    public async Task An_order_without_an_amount_earns_fixed_points_only(string order)
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(client, RulesPath, TenPerOrder);
        await PostAsync(
            client,
            RulesPath,
            """
            [{"event":"order.paid",
              "loyalty":{"type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":1,"points":2}}}}]
            """);
        var holder = sandbox.V1.GetCard("CARD").HolderId;

        var response = await PostAsync(
            client,
            "v1/loyalties/Summer%20Club/qualifications",
            $$"""{"customer":{"id":"{{holder}}"},"order":{{order}}}""");

        Assert.Equal((HttpStatusCode.OK, 10), (response.Status, (int)response.Json["points_estimation"]!));
    }

    [Fact]
    public async Task An_estimate_for_a_card_that_is_not_active_is_refused()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(client, RulesPath, TenPerOrder);
        var body = $$$"""{"customer":{"id":"{{{sandbox.V1.GetCard("CARD").HolderId}}}"},"order":{"amount":1}}""";
        const string Path = "v1/loyalties/Summer%20Club/qualifications";

        sandbox.V1.SetCardActive("CARD", isActive: false);
        var refused = await PostAsync(client, Path, body);
        var member = await GetAsync(client, "v1/loyalties/members/CARD");
        var card = sandbox.V1.GetCard("CARD");
        var adjusted = await AdjustAsync(client, 1);
        sandbox.V1.SetCardActive("CARD", isActive: true);

        AssertError(
            refused, 400, LoyaltyErrorKeys.LoyaltyCardNotActive, "Loyalty card is not active", "Loyalty card 'CARD' is not active");
        Assert.Equal((false, false), ((bool)member.Json["active"]!, card.IsActive));
        Assert.Equal(HttpStatusCode.OK, adjusted.Status);
        Assert.Equal(10, (int)(await PostAsync(client, Path, body)).Json["points_estimation"]!);
        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.SetCardActive("NONE", isActive: true));
    }

    [Theory]
    [InlineData("""{"type":"FIXED","points":"5"}""", """{"type":"FIXED","points":5}""")]
    [InlineData("""{"type":"FIXED","points":5.0}""", """{"type":"FIXED","points":5}""")]
    [InlineData(
        """{"type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":"100","points":"2"}}}""",
        """{"type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":100,"points":2}}}""")]
    public async Task Integers_of_an_earning_rule_are_returned_as_integers(string sent, string returned)
    {
        var (_, client) = await StartWithCardAsync();
        var rule = $$"""
            {"event":"order.paid","loyalty":{{sent}},"pending_points":{"period_type":"DAY","period_value":"3"},"metadata":{"points":"5"} }
            """;

        var created = await PostAsync(client, RulesPath, $"[{rule}]");
        var updated = await SendAsync(client, HttpMethod.Put, $"{RulesPath}/{IdOf(created)}", $$"""{"loyalty":{{sent}}}""");

        foreach (var stored in new[] { JsonNode.Parse(created.Body)![0]!, updated.Json })
        {
            Assert.Equal(returned, stored["loyalty"]!.ToJsonString());
            Assert.Equal("""{"period_type":"DAY","period_value":3}""", stored["pending_points"]!.ToJsonString());
            Assert.Equal("""{"points":"5"}""", stored["metadata"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_campaign_that_has_ended_earns_nothing()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(client, RulesPath, TenPerOrder);
        await SendAsync(
            client,
            HttpMethod.Put,
            "v1/loyalties/Summer%20Club",
            """{"expiration_date":"2024-05-15T12:00:00Z","auto_join":true}""");

        var response = await PostAsync(client, "v1/loyalties/Summer%20Club/qualifications", """{"customer":"ann","order":{"amount":1}}""");

        Assert.Equal("campaign_not_active", (string?)response.Json["key"]);
        Assert.Equal((0, 0), Earned(sandbox.V1.PayOrder("CARD", 100)));
        Assert.Empty(sandbox.Journal);
    }

    [Theory]
    [InlineData(
        """{"type":"PROPORTIONAL","calculation_type":"ORDER_ITEMS_QUANTITY","order_items":{"quantity":{"every":1,"points":1}}}""",
        "ORDER_ITEMS_QUANTITY")]
    [InlineData("""{"type":"FIXED","points":1,"points_formula":"1+1"}""", "FIXED with a points_formula")]
    public async Task Points_that_the_sandbox_cannot_compute_are_an_error(string loyalty, string kind)
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(client, RulesPath, TenPerOrder);
        var rule = IdOf(await PostAsync(client, RulesPath, $$"""[{"event":"order.paid","loyalty":{{loyalty}}}]"""));
        var holder = sandbox.V1.GetCard("CARD").HolderId;

        var response = await PostAsync(
            client,
            "v1/loyalties/Summer%20Club/qualifications",
            $$$"""{"customer":{"id":"{{{holder}}}"},"order":{"amount":1}}""");

        AssertError(
            response,
            501,
            "sandbox_not_supported",
            "Not supported by the sandbox",
            $"The sandbox does not support the points of the earning rule {rule}: {kind}.");
        Assert.Throws<NotSupportedException>(() => sandbox.V1.PayOrder("CARD", 100));
        Assert.Empty(sandbox.Journal);
        await SendAsync(client, HttpMethod.Post, $"{RulesPath}/{rule}/disable");
        Assert.Equal((10, 0), Earned(sandbox.V1.PayOrder("CARD", 100)));
    }

    [Fact]
    public async Task Invalid_orders_are_refused()
    {
        var (sandbox, _) = await StartWithCardAsync();

        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.PayOrder("NONE", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.PayOrder("CARD", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.PayOrder("CARD", 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.PayOrder("CARD", 1, -1));
    }

    [Fact]
    public async Task Very_large_numbers_do_not_overflow()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(
            client,
            RulesPath,
            """
            [{"event":"order.paid","loyalty":{
              "type":"PROPORTIONAL","calculation_type":"ORDER_AMOUNT","order":{"amount":{"every":1,"points":9007199254740991}}}}]
            """);
        var holder = sandbox.V1.GetCard("CARD").HolderId;

        var response = await PostAsync(
            client,
            "v1/loyalties/Summer%20Club/qualifications",
            $$$"""
            {"customer":{"id":"{{{holder}}}"},
             "order":{"items":[{"price":9007199254740991,"quantity":9007199254740991},{"amount":1}]}}
            """);

        Assert.Equal(9_007_199_254_740_991, (long)response.Json["points_estimation"]!);
        Assert.Equal(9_007_199_254_740_991, sandbox.V1.PayOrder("CARD", long.MaxValue).EarnedPoints);
    }

    private static (long, long) Earned(SandboxOrder order) => (order.EarnedPoints, order.PendingPoints);

    private static Task<EstimatePointsResult> EstimateAsync(LoyaltyClient sdk, OrderInput order) =>
        sdk.V1.EarningRules.EstimatePointsAsync(
            Campaign,
            new() { Customer = new() { SourceId = "ann" }, Order = order },
            cancellationToken: Stop);
}
