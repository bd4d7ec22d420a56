using System.Net;
using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string ByShop = "\"customer_identification\":{\"type\":\"customer_source_id\",\"customer_source_id\":\"shop-42\"}";

    [Fact]
    public async Task An_examination_of_earning_rules_estimates_what_an_order_would_earn()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();

        var response = await PostAsync(
            client,
            "v2/loyalties/examine/earning-rules",
            $$"""
            {"trigger":{"type":"SPECIFIC","specific":{"event":"customer.order.paid"} },{{ByShop}},
             "customer_order_paid":{"order":{"amount":"12500"} } }
            """);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal("customer.order.paid", (string?)response.Json["event"]);
        var membership = Assert.Single(response.Json["memberships"]!.AsArray())!;
        Assert.Equal(member.Id, (string?)membership["member"]!["id"]);
        var card = Assert.Single(membership["cards"]!.AsArray())!;
        Assert.Equal((member.CardId, 125), ((string?)card["card"]!["id"], (int)card["points_estimation"]!));
        Assert.Equal(
            (string?)response.Json["earning_rules"]![0]!["id"], (string?)card["earning_rules"]![0]!["earning_rule"]!["id"]);
        Assert.Empty(sandbox.Journal);
    }

    [Theory]
    [InlineData("\"trigger\":{\"type\":\"SPECIFIC\",\"specific\":{\"event\":\"customer.order.paid\"}}")]
    [InlineData("\"trigger\":{\"type\":\"SPECIFIC\",\"specific\":{\"event\":\"unknown\"}}")]
    [InlineData("\"trigger\":{\"type\":\"SOME\"}")]
    [InlineData("\"trigger\":{\"type\":\"ALL\"},\"order\":{}")]
    public async Task Invalid_examinations_are_refused(string body)
    {
        var (_, client, _) = await StartWithMemberAsync();

        var response = await PostAsync(client, "v2/loyalties/examine/earning-rules", $$"""{ {{body}},{{ByShop}} }""");

        Assert.Equal("400 invalid_payload", KeyOf(response));
    }

    [Fact]
    public async Task An_examination_of_all_events_without_an_order_leaves_rules_out_that_need_one()
    {
        var (_, client, _) = await StartWithMemberAsync();

        var response = await PostAsync(client, "v2/loyalties/examine/earning-rules", $$"""{"trigger":{"type":"ALL"},{{ByShop}} }""");

        Assert.Null(response.Json["event"]);
        Assert.Empty(response.Json["earning_rules"]!.AsArray());
        Assert.Empty(response.Json["memberships"]![0]!["cards"]!.AsArray());
    }

    [Theory]
    [InlineData("member_id", "lmbr_0", "member")]
    [InlineData("customer_id", "cust_0", "customer")]
    [InlineData("customer_source_id", "shop-43", "customer")]
    public async Task An_examination_of_an_unknown_customer_is_not_found(string type, string id, string resource)
    {
        var (_, client, _) = await StartWithMemberAsync();

        var response = await PostAsync(
            client,
            "v2/loyalties/examine/rewards",
            $$"""{"customer_identification":{"type":"{{type}}","{{type}}":"{{id}}"} }""");

        Assert.Equal(("404 not_found", resource), (KeyOf(response), (string?)response.Json["resource_type"]));
    }

    [Theory]
    [InlineData(100, "AVAILABLE", "[]")]
    [InlineData(99, "UNAVAILABLE", """[{"required":100,"available":99,"missing":1}]""")]
    public async Task An_examination_of_rewards_tells_which_the_points_suffice_for(long points, string status, string details)
    {
        var (_, client, member) = await StartWithMemberAsync(points: points);

        var response = await PostAsync(client, "v2/loyalties/examine/rewards", $$"""{ {{ByShop}} }""");

        var card = response.Json["memberships"]![0]!["cards"]![0]!;
        Assert.Equal(member.CardId, (string?)card["card"]!["id"]);
        var reward = Assert.Single(card["rewards"]!.AsArray())!;
        Assert.Equal((status, 100), ((string?)reward["status"], (int)reward["cost"]!["points"]!));
        Assert.Equal(details, new JsonArray(
            [.. reward["unavailability_reasons"]!.AsArray().Select(reason => reason!["details"]!.DeepClone())]).ToJsonString());
        Assert.Equal((string?)response.Json["rewards"]![0]!["id"], (string?)reward["reward"]!["id"]);
    }

    [Fact]
    public async Task A_reward_that_has_run_out_or_is_not_active_is_left_out()
    {
        var (_, client, member) = await StartWithMemberAsync(points: 100);
        var path = $"{Programs}/{member.ProgramId}/rewards";
        var id = (string)(await GetAsync(client, path)).Data[0]["reward_id"]!;
        async Task<int> CountAsync() => (await PostAsync(client, "v2/loyalties/examine/rewards", $$"""{ {{ByShop}} }"""))
            .Json["rewards"]!.AsArray().Count;

        Assert.Equal(1, await CountAsync());
        await SendAsync(client, HttpMethod.Put, $"{path}/{id}", """{"stock":{"type":"LIMITED","limited":{"quantity":0} } }""");
        Assert.Equal(0, await CountAsync());
        await SendAsync(client, HttpMethod.Put, $"{path}/{id}", """{"stock":{"type":"UNLIMITED"} }""");
        await PostAsync(client, $"v2/loyalties/rewards/{id}/deactivate", "");
        Assert.Equal(0, await CountAsync());
    }
}
