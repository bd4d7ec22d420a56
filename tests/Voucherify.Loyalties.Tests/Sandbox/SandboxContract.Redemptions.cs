using System.Net;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string RedemptionPath = "v1/loyalties/members/CARD/redemption";
    private const string MugBody = """{"reward":{"id":"rew_mug"},"metadata":{"a":1}}""";

    [Theory]
    [InlineData(RedemptionPath)]
    [InlineData("v1/loyalties/Summer%20Club/members/CARD/redemption")]
    public async Task A_redemption_reduces_the_balance_but_not_the_total(string path)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        sandbox.V1.AddReward("rew_mug", 30, "Mug");

        var response = await PostAsync(client, path, MugBody);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        var json = response.Json;
        Assert.Equal(
            ("redemption", "SUCCESS", "SUCCEEDED", "Mug"),
            ((string?)json["object"], (string?)json["result"], (string?)json["status"], (string?)json["reward"]!["name"]));
        Assert.Equal((30, 70), ((int)json["loyalty_card"]!["points"]!, (int)json["voucher"]!["loyalty_card"]!["balance"]!));
        var card = sandbox.V1.GetCard("CARD");
        Assert.Equal((70, 100, 100, 30, 0), (card.Balance, card.Total, card.Points, card.RedeemedPoints, card.SubtractedPoints));
        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal(("POINTS_REDEMPTION", -30, 70, (string?)json["id"]), (entry.Type, entry.Points, entry.BalanceAfter, entry.ResourceId));
        var row = Assert.Single((await TransactionsAsync(client)).Data);
        Assert.Equal((null, null, null), ((string?)row["source"], (string?)row["source_id"], (string?)row["reason"]));
        Assert.Equal(
            ((string?)json["id"], "rew_mug"),
            ((string?)row["details"]!["redemption"]!["id"], (string?)row["details"]!["reward"]!["id"]));
        Assert.Equal((70, 100), ((int)row["details"]!["balance"]!["balance"]!, (int)row["details"]!["balance"]!["total"]!));
        Assert.Equal(30, (int)(await GetAsync(client, "v1/loyalties/members/CARD")).Json["redemption"]!["redeemed_points"]!);
    }

    [Fact]
    public async Task A_redemption_has_everything_that_the_service_says()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var code = (string)(await PostAsync(
            client,
            MembersPath,
            """{"customer":{"source_id":"ann","name":"Ann","email":"ann@example.com"}}""")).Json["code"]!;
        await AdjustAsync(client, 100, code: code);
        sandbox.V1.AddReward("rew_mug", 30, "Mug");
        var assignment = IdOf(await PostAsync(client, RewardsPath, MugForTwenty));

        var response = await PostAsync(client, $"v1/loyalties/members/{code}/redemption", MugBody);

        var (json, holder) = (response.Json, sandbox.V1.GetCard(code).HolderId);
        var order = json["order"]!;
        const string Product = """
            {"id":"prod_rew_mug","source_id":null,"name":"Mug","price":0,"metadata":{},"attributes":[],
            "created_at":"2024-05-15T12:00:00.000Z","updated_at":null,"image_url":null,"object":"product"}
            """;
        Assert.Equal(
            $$"""
            {"id":"{{holder}}","source_id":"ann","name":"Ann","email":"ann@example.com","metadata":{},"object":"customer"}
            """,
            json["customer"]!.ToJsonString());
        Assert.Equal(json["customer"]!.ToJsonString(), json["voucher"]!["holder"]!.ToJsonString());
        Assert.Equal((20, 20), ((int)json["amount"]!, (int)json["loyalty_card"]!["points"]!));
        Assert.Equal(
            $$$"""
            {"customer":null,"assignment_id":"{{{assignment}}}","voucher":null,"product":{{{Product}}},"sku":null,"loyalty_tier_id":null,
            "id":"rew_mug","name":"Mug","metadata":{},"type":"MATERIAL","parameters":{"product":{"id":"prod_rew_mug","sku_id":null}},
            "created_at":"2024-05-15T12:00:00.000Z","updated_at":null,"object":"reward"}
            """.ReplaceLineEndings(string.Empty),
            json["reward"]!.ToJsonString());
        Assert.Matches("^ord_", (string?)order["id"]);
        Assert.Equal(
            ("PAID", 0, holder, "order"),
            ((string?)order["status"], (int)order["amount"]!, (string?)order["customer_id"], (string?)order["object"]));
        Assert.Equal(
            """
            [{"object":"order_item","source_id":null,"product_id":"prod_rew_mug","related_object":"product","quantity":1,"amount":0,
            "price":0,"subtotal_amount":0,"product":{"id":"prod_rew_mug","source_id":null,"name":"Mug","price":0,"metadata":{}},
            "metadata":{}}]
            """.ReplaceLineEndings(string.Empty),
            order["items"]!.ToJsonString());
        Assert.Equal(
            $$$"""
            {"{{{json["id"]}}}":{"date":"2024-05-15T12:00:00.000Z","related_object_type":"voucher",
            "related_object_id":"{{{sandbox.V1.GetCard(code).Id}}}","related_object_parent_id":"{{{sandbox.V1.GetCard(code).CampaignId}}}"}}
            """.ReplaceLineEndings(string.Empty),
            order["redemptions"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"source_id":"order-1","amount":"500"}""", "order-1", 500)]
    [InlineData("""{"source_id":"order-1"}""", "order-1", 0)]
    [InlineData("""{"source_id":"paid"}""", "paid", 700)]
    [InlineData("""{"source_id":"paid","amount":500}""", "paid", 500)]
    public async Task The_order_of_a_redemption_is_that_of_the_request(string body, string sourceId, int amount)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        sandbox.V1.AddReward("rew_mug", 30, "Mug");
        var paid = sandbox.V1.PayOrder("CARD", 700, sourceId: "paid");
        Time.Advance(TimeSpan.FromMinutes(1));

        var redemption = await PostAsync(client, RedemptionPath, $$$"""{"reward":{"id":"rew_mug"},"order":{{{body}}}}""");

        var order = redemption.Json["order"]!;
        Assert.Equal((sourceId, amount), ((string?)order["source_id"], (int)order["amount"]!));
        Assert.Equal(sourceId == "paid", (string?)order["id"] == paid.Id);
        Assert.Equal("2024-05-15T12:01:00.000Z", (string?)redemption.Json["date"]);
        Assert.Single(sandbox.Journal);
    }

    [Fact]
    public async Task Redeemed_points_and_quantities_include_the_redemption()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100, options: Options(applyLag: Lag));
        sandbox.V1.AddReward("rew_mug", 30);

        var first = (await PostAsync(client, RedemptionPath, MugBody)).Json["voucher"]!;
        var second = (await PostAsync(client, RedemptionPath, MugBody)).Json["voucher"]!;
        var before = (await GetAsync(client, "v1/loyalties/members/CARD")).Json;
        Time.Advance(Lag);
        var after = (await GetAsync(client, "v1/loyalties/members/CARD")).Json;

        Assert.Equal([(30, 1), (60, 2), (0, 0), (60, 2)], new[] { first, second, before, after }.Select(static card =>
            ((int)card["redemption"]!["redeemed_points"]!, (int)card["redemption"]!["redeemed_quantity"]!)));
    }

    [Fact]
    public async Task A_redemption_waits_for_the_lag_and_includes_queued_effects()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 50, options: Options(applyLag: Lag));
        sandbox.V1.AddReward("rew_mug", 30);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, RedemptionPath, MugBody)).Status);
        AssertError(
            await PostAsync(client, RedemptionPath, MugBody),
            400,
            "loyalty_card_points_exceeded",
            "loyalty card points exceeded",
            "CARD");
        Assert.Equal((50, 0), (sandbox.V1.GetCard("CARD").Balance, sandbox.Journal.Count));
        Time.Advance(Lag);

        Assert.Equal(20, sandbox.V1.GetCard("CARD").Balance);
    }

    [Theory]
    [InlineData("{}", 400, "missing_reward")]
    [InlineData("""{"reward":{}}""", 400, "missing_reward")]
    [InlineData("""{"reward":"rew_mug"}""", 400, "missing_reward")]
    [InlineData("""{"reward":{"id":"rew_none"}}""", 404, "not_found")]
    [InlineData("[]", 400, "invalid_payload")]
    public async Task A_redemption_without_a_known_reward_is_refused(string body, int status, string key)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 50);
        sandbox.V1.AddReward("rew_mug", 30);

        var response = await PostAsync(client, RedemptionPath, body);

        Assert.Equal((status, key), ((int)response.Status, (string?)response.Json["key"]));
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_reward_is_added_once_and_has_a_price()
    {
        var (sandbox, _) = await StartAsync();
        sandbox.V1.AddReward("rew_mug", 30);

        Assert.Throws<ArgumentException>(() => sandbox.V1.AddReward("rew_mug", 30));
        Assert.Throws<ArgumentException>(() => sandbox.V1.AddReward(" ", 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => sandbox.V1.AddReward("rew_pen", 0));
    }

    [Fact]
    public async Task Buckets_are_listed_in_pages_soonest_expiration_first()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, "camp_1");
        sandbox.V1.AddCard(new SandboxCardSeed
        {
            Code = "CARD",
            Campaign = Campaign,
            Points = [new(7), new(2, Today.AddDays(9)), new(3, Today)],
        });
        await AdjustAsync(client, -4);
        const string Path = "v1/loyalties/camp_1/members/CARD/points-expiration";

        var response = await GetAsync(client, Path);

        Assert.Equal(3, (int)response.Json["total"]!);
        Assert.Equal([0, 1, 7], response.Data.Select(row => (int)row["bucket"]!["total_points"]!));
        Assert.Equal(["2024-05-15", "2024-05-24", null], response.Data.Select(row => (string?)row["expires_at"]));
        Assert.Equal([true, true, false], response.Data.Select(row => row.ContainsKey("updated_at")));
        Assert.False(response.Data[2].ContainsKey("expires_at"));
        Assert.All(
            response.Data,
            row =>
                Assert.Equal(
                    ("ACTIVE", "loyalty_points_bucket", "camp_1"),
                    ((string?)row["status"], (string?)row["object"], (string?)row["campaign_id"])));

        Assert.Equal([response.Ids[2]], (await GetAsync(client, Path + "?limit=2&page=2")).Ids);
        Assert.Empty((await GetAsync(client, Path + "?page=100")).Data);
        Assert.Equal("page_over_limit", (string?)(await GetAsync(client, Path + "?page=101")).Json["key"]);
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, Path + "?page=0")).Json["key"]);
        Assert.Equal("invalid_query_params", (string?)(await GetAsync(client, Path + "?limit=101")).Json["key"]);
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (int)(await GetAsync(client, Path)).Json["total"]!);
    }
}
