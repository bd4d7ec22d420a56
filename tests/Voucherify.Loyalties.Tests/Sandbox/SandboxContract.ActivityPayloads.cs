using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task Earned_points_name_the_holder_the_tier_and_the_payment()
    {
        var (sandbox, client) = await StartWithCardAsync();
        await PostAsync(client, TiersPath, SilverAndGold);
        await PostAsync(client, RulesPath, TenPerOrder);
        sandbox.V1.PayOrder("CARD", 100, 30, "order-1");

        var payload = await PayloadAsync(client, "customer.rewarded.loyalty_points");

        var holder = sandbox.V1.GetCard("CARD").HolderId;
        var (order, paid) = (payload["order"]!, payload["event"]!);
        Assert.Equal((holder, "Silver"), ((string?)payload["holder"]!["id"], (string?)payload["loyalty_tier"]!["name"]));
        Assert.Equal(
            ("order-1", 100, 30, 70, holder),
            ((string?)order["source_id"],
             (int)order["initial_amount"]!,
             (int)order["total_discount_amount"]!,
             (int)order["total_amount"]!,
             (string?)order["customer"]!["id"]));
        Assert.Equal(
            ("customer.order.paid", "ACTION", holder, "2024-05-15T12:00:00.000Z"),
            ((string?)paid["type"], (string?)paid["category"], (string?)paid["entity_id"], (string?)paid["created_at"]));
        Assert.Equal((string?)(await TransactionsAsync(client)).Data[0]["details"]!["event"]!["id"], (string?)paid["id"]);
    }

    [Fact]
    public async Task Pending_points_name_the_tier_that_earned_them()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var rule = IdOf(await PostAsync(
            client,
            RulesPath,
            """[{"event":"order.paid","loyalty":{"type":"FIXED","points":10},"pending_points":{"period_type":"DAY","period_value":1}}]"""));
        await PostAsync(
            client,
            TiersPath,
            $$$$"""[{"name":"Gold","points":{"from":0},"earning_rules":{"{{{{rule}}}}":{"type":"CUSTOM","points":7}}}]""");
        sandbox.V1.PayOrder("CARD", 1);

        var pending = Assert.Single((await GetAsync(client, PendingPath)).Data);

        Assert.Equal(
            (7, "Gold", "Gold"),
            ((int)pending["points"]!,
             (string?)pending["details"]!["holder_loyalty_tier"]!["name"],
             (string?)pending["details"]!["loyalty_tier"]!["name"]));
    }

    [Theory]
    [InlineData("cancel", "canceled")]
    [InlineData("activate", "activated")]
    public async Task Changes_of_pending_points_name_the_order_even_if_only_a_test_knows_it(string action, string type)
    {
        var (_, client, pending) = await StartWithPendingPointsAsync();
        await PostNothingAsync(client, $"{PendingPath}/{pending.Id}/{action}");

        var payload = await PayloadAsync(client, $"customer.voucher.loyalty_card.pending_points.{type}");

        Assert.Equal(("ord_1", "PAID"), ((string?)payload["order"]!["id"], (string?)payload["order"]!["status"]));
    }

    [Fact]
    public async Task A_redemption_in_an_activity_says_as_much_as_its_response()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        sandbox.V1.AddReward("rew_mug", 30, "Mug");
        var response = (await PostAsync(client, RedemptionPath, MugBody)).Json;

        var payload = await PayloadAsync(client, "customer.redemption.succceeded");

        response.Remove("voucher");
        Assert.Equal(response.ToJsonString(), payload["redemption"]!.ToJsonString());
        Assert.Equal(response["order"]!.ToJsonString(), payload["order"]!.ToJsonString());
        Assert.Equal(sandbox.V1.GetCard("CARD").HolderId, (string?)payload["holder"]!["id"]);
        Assert.Equal((30, 1), (
            (int)payload["voucher"]!["redemption"]!["redeemed_points"]!,
            (int)payload["voucher"]!["redemption"]!["redeemed_quantity"]!));
    }

    [Fact]
    public async Task A_publication_names_the_card_the_customer_and_the_key()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var code = (string)(await PostAsync(client, MembersPath, """{"customer":{"source_id":"ann","name":"Ann"}}""")).Json["code"]!;

        var activity = Assert.Single((await GetAsync(client, $"v1/loyalties/members/{code}/activity")).Data);
        var (publication, campaign) = (activity["data"]!["data"]!["publication"]!, activity["data"]!["data"]!["campaign"]!);

        Assert.Matches("^pub_[0-9a-f]{18}$", (string?)publication["id"]);
        Assert.Equal($"""["{sandbox.V1.GetCard(code).Id}"]""", publication["vouchers_id"]!.ToJsonString());
        Assert.Equal(("Ann", "ann"), ((string?)publication["customer"]!["name"], (string?)publication["customer"]!["source_id"]));
        Assert.Equal(
            """{"channel":"API","api_key":{"name":"Sandbox","app_id":"sandbox-app-id"}}""",
            activity["data"]!["event_source"]!.ToJsonString());
        Assert.Equal((false, true), ((bool)campaign["auto_join"]!, (bool)campaign["join_once"]!));
    }

    // Returns the payload of the latest activity of a type.
    private static async Task<JsonNode> PayloadAsync(HttpClient client, string type) =>
        (await GetAsync(client, ActivityPath)).Data.First(row => (string?)row["type"] == type)["data"]!["data"]!;
}
