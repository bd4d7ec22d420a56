using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>Seeds of a sandbox.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task A_seed_of_v1_has_cards_rules_tiers_and_rewards()
    {
        var sandbox = LoyaltySandbox.Create();
        var added = sandbox.Seed(SeedFile.Everything);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        var order = sandbox.V1.PayOrder("ANNA", amount: 1000);
        await client.V1.Redemptions.RedeemRewardAsync("ANNA", new RedeemRewardRequest { Reward = "rew_1" });
        var tiers = await client.V1.Tiers.ListTiersAsync("camp_1");

        Assert.Equal(25, order.EarnedPoints);
        Assert.Equal(475, sandbox.V1.GetCard("ANNA").Balance);
        Assert.Null(sandbox.V1.GetCard("FREE").HolderId);
        Assert.Equal(["Silver", "Gold"], tiers.Data!.Select(static tier => tier.Name));
        Assert.Equal(("camp_1", 12), (added.Campaigns[0].Id, added.Campaigns[0].ExpiresAfterMonths));
        Assert.Equal(["ANNA", "FREE"], added.Cards.Select(static card => card.Code));
        Assert.Equal("Coffee", Assert.Single(added.Rewards).Name);
    }

    [Fact]
    public async Task A_seed_of_v2_has_programs_members_rules_tiers_and_rewards()
    {
        var sandbox = LoyaltySandbox.Create();
        var added = sandbox.Seed(SeedFile.Everything);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());
        var program = Assert.Single(added.Programs);
        var anna = added.Members[0];

        var rules = await client.V2.Assignments.ListEarningRuleAssignmentsAsync(program.Id).ToListAsync();
        var rewards = await client.V2.Assignments.ListRewardAssignmentsAsync(program.Id).ToListAsync();
        var structure = await client.V2.TierStructures.GetTierStructureAsync(program.TierStructureId!);

        Assert.Equal([120, 0, 0], added.Members.Select(member => sandbox.V2.GetCard(member.CardId).Balance));
        Assert.Equal(["anna", "ben", null], added.Members.Select(static member => member.CustomerSourceId));
        Assert.Equal(2, program.EarningRuleIds.Count);
        Assert.Equal((2, 2), (rules.Count, rewards.Count));
        Assert.Equal("Club tiers", structure.Name);
        Assert.Equal("JOINED", sandbox.V2.GetTierTransactions(anna.CardId)[0].Type);
    }

    [Theory]
    [InlineData("{\n\"v1\": {\n\"cards\": [{\"code\": 5}]}}", 3, "v1.cards[0].code", "must be a string")]
    [InlineData("{\n\"v1\": {\n\"cards\": [{\"code\": \"A\",\n\"point\": 5}]}}", 4, "v1.cards[0].point", "no such member")]
    [InlineData("{\"v2\": {\n\"programs\": [{}]}}", 2, "v2.programs[0].name", "missing")]
    [InlineData("{\"v1\": {\"cards\": [{\"code\": \"A\"},\n{\"code\": \"A\"}]}}", 2, "v1.cards[1].code", "another card")]
    [InlineData("{\"v1\": {\"cards\": [{\"code\": \"A\", \"campaign\": \"B\"}]}}", 1, "v1.cards[0].campaign", "no campaign")]
    [InlineData("{\"v1\": {\"cards\": [{\"code\": \"A\", \"points\": -1}]}}", 1, "v1.cards[0].points", "whole number from 0")]
    [InlineData("{\"v1\": {\"cards\": [{\"code\": \"A\", \"points\": 1.5}]}}", 1, "v1.cards[0].points", "whole number")]
    [InlineData("{\"v1\": {\"cards\": [{\"code\": \"A\", \"expires_on\": \"tomorrow\"}]}}", 1, "v1.cards[0].expires_on", "yyyy-mm-dd")]
    [InlineData("{\"v1\": {\"cards\": {}}}", 1, "v1.cards", "must be an array")]
    [InlineData("{\"v1\": 1, \"v1\": 2}", 1, "v1", "twice")]
    [InlineData(
        "{\"v1\": {\"campaigns\": [{\"name\": \"A\", \"id\": \"B\"},\n{\"name\": \"B\"}]}}",
        2,
        "v1.campaigns[1].name",
        "another campaign")]
    [InlineData(
        "{\"v2\": {\"programs\": [{\"name\": \"A\", \"members\": [{\"customer\": \"x\"}, {\"customer\": \"x\"}]}]}}",
        1,
        "v2.programs[0].members[1].customer",
        "another member")]
    [InlineData(
        "{\"v2\": {\"programs\": [{\"name\": \"A\", \"tiers\": [{\"name\": \"T\", \"from\": 5, \"to\": 4}]}]}}",
        1,
        "v2.programs[0].tiers[0].to",
        "end before it begins")]
    [InlineData(
        "{\"v2\":{\"programs\":[{\"name\":\"A\",\"earning_rules\":[{\"name\":\"T\",\"points\":5,\"every\":4,\"event\":\"e\"}]}]}}",
        1,
        "v2.programs[0].earning_rules[0].event",
        "only one of")]
    [InlineData("{\n\"v1\": }", 2, "", "not valid JSON")]
    [InlineData("[]", 1, "", "must be an object")]
    [InlineData("", 1, "", "not valid JSON")]
    public void A_problem_in_a_seed_is_named_with_its_line_and_path(string seed, int line, string path, string problem)
    {
        var sandbox = LoyaltySandbox.Create();

        var exception = Assert.Throws<SandboxSeedException>(() => sandbox.Seed(seed));

        Assert.Equal((line, path), (exception.Line, exception.Path));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Line {line}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_that_does_not_fit_adds_nothing()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("BEN");

        var exception = Assert.Throws<SandboxSeedException>(
            () => sandbox.Seed("""{"v1":{"campaigns":[{"name":"Club"}],"cards":[{"code":"ANNA"},{"code":"BEN"}]}}"""));

        Assert.Equal("v1.cards[1].code", exception.Path);
        Assert.Throws<KeyNotFoundException>(() => sandbox.V1.GetCard("ANNA"));
        Assert.NotNull(sandbox.V1.AddCampaign("Club"));
    }

    /// <summary>An unknown member makes the reader name those that it knows.</summary>
    [Theory]
    [InlineData("", """{"x":1}""")]
    [InlineData("v1", """{"v1":{"x":1}}""")]
    [InlineData("v2", """{"v2":{"x":1}}""")]
    [InlineData("campaign", """{"v1":{"campaigns":[{"x":1}]}}""")]
    [InlineData("orderRule", """{"v1":{"campaigns":[{"name":"A","earning_rules":[{"x":1}]}]}}""")]
    [InlineData("tier", """{"v1":{"campaigns":[{"name":"A","tiers":[{"x":1}]}]}}""")]
    [InlineData("reward", """{"v1":{"rewards":[{"x":1}]}}""")]
    [InlineData("card", """{"v1":{"cards":[{"x":1}]}}""")]
    [InlineData("program", """{"v2":{"programs":[{"x":1}]}}""")]
    [InlineData("rule", """{"v2":{"programs":[{"name":"A","earning_rules":[{"x":1}]}]}}""")]
    [InlineData("price", """{"v2":{"programs":[{"name":"A","rewards":[{"x":1}]}]}}""")]
    [InlineData("member", """{"v2":{"programs":[{"name":"A","members":[{"x":1}]}]}}""")]
    public void The_schema_has_the_members_that_seeds_can_have(string part, string seed)
    {
        var schema = JsonNode.Parse(File.ReadAllText(
            Path.Combine(Repository.Root, "src", "Voucherify.Loyalties.Sandbox.Tool", "Control", "seed.schema.json")))!;
        var described = part switch
        {
            "" => schema,
            "v1" or "v2" => schema["properties"]![part]!,
            _ => schema["$defs"]![part]!,
        };

        var exception = Assert.Throws<SandboxSeedException>(() => LoyaltySandbox.Create().Seed(seed));

        var known = exception.Message.Split("Known are ")[1].TrimEnd('.').Split(", ");
        Assert.Equal(known, described["properties"]!.AsObject().Select(static member => member.Key));
    }
}
