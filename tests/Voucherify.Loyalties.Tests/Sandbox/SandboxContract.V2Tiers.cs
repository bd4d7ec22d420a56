using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    /// <summary>Creates a program with the tiers Bronze (0 to 99), Silver (100 to 499) and Gold (500 and more), and a member.</summary>
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, SandboxMember Member)> StartWithTiersAsync(
        string downgrade,
        string type = "POINT_BALANCE",
        string more = "")
    {
        var (sandbox, client) = await StartAsync();
        var definition = await PostAsync(client, Definitions, """{"name":"Card","type":"INDIVIDUAL","status":"ACTIVE"}""");
        var id = (string)definition.Json["id"]!;
        var rule = await PostAsync(
            client,
            "v2/loyalties/earning-rules",
            $$"""{"name":"Rule","status":"ACTIVE","trigger":{{OrderPaid}},"earnings":[{{Points(id, 150)}}]}""");
        var points = type is "POINT_BALANCE"
            ? $$""" "point_balance":{"card_definition_id":"{{id}}"} """
            : $$""" "point_earned":{"card_definition_id":"{{id}}","period":{"value":30,"unit":"DAY"},"type":"IMMEDIATELY"} """;
        var structure = await PostAsync(
            client,
            "v2/loyalties/tier-structures",
            $$"""{"name":"Tiers","status":"ACTIVE","type":"{{type}}",{{points}},"downgrade":{"type":"{{downgrade}}"}{{more}} }""");
        Assert.True(structure.Status == HttpStatusCode.OK, structure.Body);
        foreach (var (name, range) in new[]
        {
            ("Bronze", "\"min_value\":0,\"max_value\":99"),
            ("Silver", "\"min_value\":100,\"max_value\":499"),
            ("Gold", "\"min_value\":500"),
        })
        {
            var tier = await PostAsync(
                client,
                $"v2/loyalties/tier-structures/{structure.Json["id"]}/tiers",
                $$$"""{"name":"{{{name}}}","qualification_rules":{"type":"POINTS","points":{{{{range}}}} } }""");
            Assert.True(tier.Status == HttpStatusCode.OK, tier.Body);
        }

        var program = await PostAsync(
            client,
            Programs,
            $$"""
            {"name":"Program","status":"ACTIVE","card_definitions":[{"id":"{{id}}"}],"earning_rules":[{"id":"{{rule.Json["id"]}}"}],
             "tier_structures":[{"id":"{{structure.Json["id"]}}"}]}
            """);
        Assert.True(program.Status == HttpStatusCode.OK, program.Body);
        return (sandbox, client, sandbox.V2.AddMember((string)program.Json["id"]!, "shop-42"));
    }

    private static async Task<string?> TierOfAsync(HttpClient client, SandboxMember member) =>
        (string?)(await ProgressAsync(client, member))["current"]!["tier"]!["name"];

    private static async Task<System.Text.Json.Nodes.JsonNode> ProgressAsync(HttpClient client, SandboxMember member) =>
        (await GetAsync(client, $"{Programs}/{member.ProgramId}/memberships/{member.Id}?identification_type=member_id"))
            .Json["cards"]![0]!["tier_progress"]!;

    [Theory]
    [InlineData("NO_DOWNGRADE", "Gold")]
    [InlineData("SINGLE_LEVEL", "Silver")]
    [InlineData("MULTI_LEVEL", "Bronze")]
    public async Task A_tier_follows_the_balance_of_a_card(string downgrade, string after)
    {
        var (_, client, member) = await StartWithTiersAsync(downgrade);
        Assert.Equal("Bronze", await TierOfAsync(client, member));

        await AdjustCardAsync(client, member, 500);
        Assert.Equal("Gold", await TierOfAsync(client, member));

        await AdjustCardAsync(client, member, -490);
        Assert.Equal(after, await TierOfAsync(client, member));
    }

    [Fact]
    public async Task A_single_membership_tells_how_far_the_next_tier_is()
    {
        var (_, client, member) = await StartWithTiersAsync("NO_DOWNGRADE");
        await AdjustCardAsync(client, member, 120);

        var progress = await ProgressAsync(client, member);

        Assert.Equal("""{"current":120,"min":100,"max":499}""", progress["current"]!["points"]!.ToJsonString());
        Assert.Equal(("Gold", 380), (
            (string?)progress["opportunities"]![0]!["tier"]!["name"], (int)progress["opportunities"]![0]!["points"]!));
        Assert.False((await GetAsync(client, PathOf(member))).Json["cards"]![0]!.AsObject().ContainsKey("tier_progress"));
    }

    [Fact]
    public async Task A_tier_can_follow_the_points_that_were_earned_in_a_period()
    {
        var (_, client, member) = await StartWithTiersAsync("MULTI_LEVEL", "POINT_EARNED");
        await AdjustCardAsync(client, member, 500);
        Assert.Equal("Bronze", await TierOfAsync(client, member));

        await PayAsync(client);
        Assert.Equal("Silver", await TierOfAsync(client, member));

        Time.Advance(TimeSpan.FromDays(31));
        await AdjustCardAsync(client, member, -500);
        Assert.Equal("Bronze", await TierOfAsync(client, member));
    }

    [Fact]
    public async Task An_earning_can_be_for_some_tiers_only()
    {
        var (sandbox, client, member) = await StartWithTiersAsync("NO_DOWNGRADE");
        var structure = (await GetAsync(client, $"{Programs}/{member.ProgramId}/tier-structures")).Data[0]["tier_structure_id"];
        var gold = (await GetAsync(client, $"v2/loyalties/tier-structures/{structure}/tiers?order=-name")).Data[1];
        var definition = (string)(await GetAsync(client, PathOf(member))).Json["cards"]![0]!["card"]!["card_definition_id"]!;
        Assert.Equal("Gold", (string?)gold["name"]);
        await AddRuleAsync(
            client,
            member,
            OrderPaid,
            Points(definition, 1_000).Replace(
                "{\"effects\"",
                $$$"""
                {"tier_rules":{"type":"ANY_OF","any_of":[{"tier_structure_id":"{{{structure}}}","tier_ids":["{{{gold["id"]}}}"]}]},"effects"
                """,
                StringComparison.Ordinal));

        await PayAsync(client);
        Assert.Equal(150, sandbox.V2.GetCard(member.CardId).Balance);

        await AdjustCardAsync(client, member, 350);
        await PayAsync(client);
        Assert.Equal(500 + 150 + 1_000, sandbox.V2.GetCard(member.CardId).Balance);
    }
}
