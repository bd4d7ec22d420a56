using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Webhooks;

public sealed class WebhookParseTests
{
    private const string PointsAdded = """
        {
          "id": "whs_1", "project_id": "proj_1", "created_at": "2024-01-24T08:28:38.100Z", "type": "voucher.loyalty_card.points_added",
          "data": {
            "voucher": { "id": "v_1", "code": "ANNA", "loyalty_card": { "points": 1370, "balance": 1020 }, "novelty": [1] },
            "balance": { "type": "loyalty_card", "total": 1370, "object": "balance", "points": 50, "balance": 1020,
            "operation_type": "MANUAL" },
            "customer": { "id": "cust_1", "email": "anna@example.com" },
            "transaction": { "id": "vtx_1", "campaign_id": "camp_1", "type": "POINTS_ADDITION", "details": null,
            "created_at": "2024-01-24T08:28:37.621033Z" }
          },
          "source": { "id": "wh_1", "object": "webhook", "target_url": "https://shop.example/hook?key=canary" },
          "event": {
            "id": "ev_1", "type": "voucher.loyalty_card.points_added", "created_at": "2024-01-24T08:28:37.621033Z", "entity_id": "v_1",
            "group_id": "v-1",
            "event_source": { "channel": "API", "api_key": { "name": "shop", "app_id": "app-id" } }
          },
          "novelty": true
        }
        """;

    [Fact]
    public void A_webhook_about_added_points_is_read_with_its_envelope()
    {
        var added = Assert.IsType<PointsAddedWebhookEvent>(Parse(PointsAdded));

        Assert.Equal(("whs_1", "proj_1", "wh_1"), (added.Id, added.ProjectId, added.WebhookId));
        Assert.Equal(("ev_1", "v_1", "v-1"), (added.EventId, added.EntityId, added.GroupId));
        Assert.Equal(new DateTimeOffset(2024, 1, 24, 8, 28, 38, 100, TimeSpan.Zero), added.CreatedAt);
        Assert.Equal("2024-01-24T08:28:37.6210330+00:00", added.EventCreatedAt?.ToString("O"));
        Assert.Equal((EventChannel.Api, "app-id"), (added.EventSource?.Channel?.Value, added.EventSource?.ApiKey?.AppId));
        Assert.Equal(("ANNA", 50, 1020), (added.Data?.Voucher?.Code, added.Data?.Balance?.Points, added.Data?.Balance?.Balance));
        Assert.Equal(("vtx_1", LoyaltyTransactionType.PointsAddition), (added.Data?.Transaction?.Id, added.Data?.Transaction?.Type?.Value));
        Assert.True(added.Raw.GetProperty("novelty").GetBoolean());
    }

    [Theory]
    [InlineData(LoyaltyWebhookTypes.PointsAdded, "CardPointsEvent", typeof(PointsAddedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.PointsExpired, "CardPointsEvent", typeof(PointsExpiredWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.TransactionCreated, "TransactionEvent", typeof(TransactionCreatedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.PointsRewarded, "CardPointsEvent", typeof(PointsRewardedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.PendingPointsAdded, "PendingPointsEvent", typeof(PendingPointsWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.PendingPointsUpdated, "PendingPointsEvent", typeof(PendingPointsWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.PendingPointsActivated, "PendingPointsEvent", typeof(PendingPointsWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.PendingPointsCanceled, "PendingPointsEvent", typeof(PendingPointsWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.TierJoined, "TierChangeEvent", typeof(TierChangedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.TierUpgraded, "TierChangeEvent", typeof(TierChangedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.TierDowngraded, "TierChangeEvent", typeof(TierChangedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.TierProlonged, "TierChangeEvent", typeof(TierChangedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.TierLeft, "TierChangeEvent", typeof(TierChangedWebhookEvent))]
    [InlineData("customer.loyalty.tier.from_tomorrow", "TierChangeEvent", typeof(TierChangedWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.RewardRedemptionCreated, "RewardRedemptionEvent", typeof(RewardRedemptionWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.RewardRedemptionPending, "RewardRedemptionEvent", typeof(RewardRedemptionWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.RewardRedemptionCompleted, "RewardRedemptionEvent", typeof(RewardRedemptionWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.CampaignTierCreated, "CampaignTierEvent", typeof(CampaignTierWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.CampaignTierUpdated, "CampaignTierEvent", typeof(CampaignTierWebhookEvent))]
    [InlineData(LoyaltyWebhookTypes.CampaignTierDeleted, "CampaignTierEvent", typeof(CampaignTierWebhookEvent))]
    public void Each_documented_webhook_type_has_its_data(string type, string schema, Type expected)
    {
        var sample = SampleResponses.Of(schema);

        var read = Parse(type, sample);

        Assert.IsType(expected, read);
        Assert.Equal(type, read.Type);
        Assert.True(JsonNode.DeepEquals(sample, Written(read)), Written(read)?.ToJsonString());
    }

    [Fact]
    public void Every_named_webhook_type_has_a_record() => Assert.All(
        typeof(LoyaltyWebhookTypes).GetFields().Select(static field => (string)field.GetRawConstantValue()!),
        static type => Assert.IsNotType<UnknownWebhookEvent>(Parse(type, new JsonObject())));

    [Fact]
    public void A_webhook_about_earned_points_has_the_rule_the_tier_and_the_order()
    {
        var rule = SampleResponses.Of("EarningRule");

        var read = Assert.IsType<PointsRewardedWebhookEvent>(Parse(
            LoyaltyWebhookTypes.PointsRewarded,
            new JsonObject
            {
                ["earning_rule"] = rule,
                ["loyalty_tier"] = SampleResponses.Of("LoyaltyTier"),
                ["order"] = SampleResponses.Of("OrderCalculated"),
                ["holder"] = SampleResponses.Of("CustomerSnapshot"),
                ["event"] = SampleResponses.Of("TransactionCause"),
            }));

        Assert.Equal((string?)rule["id"], read.EarningRule?.Id);
        Assert.NotNull(read.LoyaltyTier?.Id);
        Assert.NotNull(read.Order?.Id);
        Assert.NotNull(read.Holder?.Id);
        Assert.Equal(PendingPointsTriggerCategory.Action, read.Event?.Category);
    }

    [Theory]
    [InlineData("""{"transaction":{"id":"vtx_1","source_id":"order-1","type":"POINTS_REMOVAL"},"order":null,"reward":null}""")]
    [InlineData("""{"id":"vtx_1","source_id":"order-1","type":"POINTS_REMOVAL","customer":null,"voucher":{"code":"ANNA"}}""")]
    public void A_webhook_transaction_is_in_the_data_or_is_the_data(string data)
    {
        var read = Assert.IsType<TransactionCreatedWebhookEvent>(Parse(LoyaltyWebhookTypes.TransactionCreated, JsonNode.Parse(data)!));

        Assert.Equal(
            ("vtx_1", "order-1", LoyaltyTransactionType.PointsRemoval),
            (read.Transaction?.Id, read.Transaction?.SourceId, read.Transaction?.Type?.Value));
    }

    [Fact]
    public void A_webhook_transaction_without_an_id_has_its_readable_members()
    {
        var read = Assert.IsType<TransactionCreatedWebhookEvent>(Parse("""
            {"type":"voucher.loyalty_card.transaction.created",
            "data":{"transaction":{"reason":"half \ude00","type":"POINTS_REMOVAL","amount":5},"holder":{"id":"cust_1"},
            "holder_loyalty_tier":{"id":"lt_1"},"order":{"id":"ord_1"},"event":{"id":"ev_1","category":"ACTION"},
            "earning_rule":{"id":"ern_1"},"segment":"gold"}}
            """));

        Assert.Equal(("half \ufffd", LoyaltyTransactionType.PointsRemoval), (read.Transaction?.Reason, read.Transaction?.Type?.Value));
        Assert.Equal(("cust_1", "lt_1"), (read.Data?.Holder?.Id, read.Data?.HolderLoyaltyTier?.Id));
        Assert.Equal(("ord_1", "ev_1", "ern_1"), (read.Data?.Order?.Id, read.Data?.Event?.Id, read.Data?.EarningRule?.Id));
        Assert.Equal(["segment"], UnreadableMembers.Of(read.Data!)?.Paths);
    }

    [Fact]
    public void A_webhook_of_an_unknown_type_keeps_its_JSON()
    {
        var read = Assert.IsType<UnknownWebhookEvent>(Parse("voucher.loyalty_card.from_tomorrow", new JsonObject { ["novelty"] = 7 }));

        Assert.Equal(7, read.Data?.GetProperty("novelty").GetInt32());
        Assert.Equal("voucher.loyalty_card.from_tomorrow", read.Raw.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"type":"voucher.loyalty_card.points_added"}""")]
    [InlineData("""{"type":"voucher.loyalty_card.points_added","data":null,"event":null,"source":null}""")]
    [InlineData("""{"type":"voucher.loyalty_card.points_added","data":[1],"event":"e","source":7,"id":{},"created_at":12}""")]
    public void Webhook_properties_of_another_shape_are_null(string body)
    {
        var read = Assert.IsType<PointsAddedWebhookEvent>(Parse(body));

        Assert.Null(read.Data);
        Assert.Equal((string.Empty, null, string.Empty), (read.Id, read.CreatedAt, read.EventId));
        Assert.Equal(JsonValueKind.Object, read.Raw.ValueKind);
    }

    [Fact]
    public void Webhook_data_are_read_member_by_member()
    {
        var read = Assert.IsType<PointsAddedWebhookEvent>(Parse("""
            {"type":"voucher.loyalty_card.points_added","created_at":"soon","id":"\ud800",
            "data":{"balance":{"points":"many","total":3},"voucher":{"code":"A\ud800"},"customer":[],"campaign":7},
            "event":{"id":7,"event_source":{"channel":"API","user":"x"}}}
            """));

        Assert.Equal((null, 3, "A\ufffd"), (read.Data?.Balance?.Points, read.Data?.Balance?.Total, read.Data?.Voucher?.Code));
        Assert.Equal(["balance.points", "campaign"], UnreadableMembers.Of(read.Data!)?.Paths);
        Assert.Equal(("\ufffd", null, "7"), (read.Id, read.CreatedAt, read.EventId));
        Assert.Equal(EventChannel.Api, read.EventSource?.Channel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("canary")]
    [InlineData("{")]
    [InlineData("""{"type":"a"} canary""")]
    [InlineData("null")]
    [InlineData("""["canary"]""")]
    [InlineData("""{"kind":"canary"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":null}""")]
    public void A_body_that_is_not_an_event_is_refused_without_being_shown(string body)
    {
        var error = Assert.Throws<LoyaltyWebhookException>(() => Parse(body));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrupted_webhook_throws_only_LoyaltyWebhookException()
    {
        var random = new Random(1);
        var good = Encoding.UTF8.GetBytes(PointsAdded);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var body = good.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            refused += Record.Exception(
                () => LoyaltyWebhook.Parse(body.AsMemory(0, random.Next(4) == 0 ? random.Next(body.Length) : body.Length))) switch
            {
                null => 0,
                LoyaltyWebhookException => 1,
                var other => throw other,
            };
        }

        Assert.InRange(refused, 1_000, 19_000);
    }

    [Fact]
    public void ToString_of_an_event_shows_neither_the_customer_nor_the_target()
    {
        var text = Parse(PointsAdded).ToString();

        Assert.Equal("voucher.loyalty_card.points_added ev_1", text);
    }

    private static LoyaltyWebhookEvent Parse(string body) => LoyaltyWebhook.Parse(Encoding.UTF8.GetBytes(body));

    private static LoyaltyWebhookEvent Parse(string type, JsonNode data) =>
        Parse(new JsonObject { ["type"] = type, ["data"] = data.DeepClone() }.ToJsonString());

    private static JsonNode? Written(LoyaltyWebhookEvent read) => read switch
    {
        PendingPointsWebhookEvent pending => JsonSerializer.SerializeToNode(pending.Data, V1Json.PendingPointsEvent!),
        PointsAddedWebhookEvent added => Written(added.Data),
        PointsExpiredWebhookEvent expired => Written(expired.Data),
        TransactionCreatedWebhookEvent created => JsonSerializer.SerializeToNode(created.Data, V1Json.TransactionEvent!),
        TierChangedWebhookEvent changed => JsonSerializer.SerializeToNode(changed.Data, V1Json.TierChangeEvent!),
        RewardRedemptionWebhookEvent redeemed => JsonSerializer.SerializeToNode(redeemed.Data, V1Json.RewardRedemptionEvent!),
        CampaignTierWebhookEvent tier => JsonSerializer.SerializeToNode(tier.Data, V1Json.CampaignTierEvent!),
        PointsRewardedWebhookEvent rewarded => Written(rewarded.Data),
        _ => null,
    };

    private static JsonNode? Written(CardPointsEvent? data) =>
        JsonSerializer.SerializeToNode(data, V1Json.CardPointsEvent!);
}
