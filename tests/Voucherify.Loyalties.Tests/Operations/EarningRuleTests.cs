using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class EarningRuleTests
{
    /// <summary>Rules of unknown kinds: new properties, and known properties of another shape.</summary>
    private const string Novelties = """
        {"data":[
          {"id":"ern_1","loyalty":{"type":"TIERED","points":[{"from":0,"points":1}]}},
          {"id":"ern_2","loyalty":{"type":"PROPORTIONAL","calculation_type":"ORDER_VISITS","order":{"visits":{"every":1,"points":2}}}},
          {"id":"ern_3","loyalty":"none","pending_points":{"period_type":"HOUR","period_value":"soon"}}]}
        """;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_earning_rules_has_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("EarningRuleList"));

        var page = await test.Client.V1.EarningRules.ListEarningRulesPageAsync("camp_1", cancellationToken: Token);

        SampleResponses.AssertComplete("EarningRuleList", page, V1Json.EarningRuleList);
    }

    [Fact]
    public void The_points_of_an_earning_rule_have_every_property()
    {
        // The raw JSON would hide a lost property, so it is removed first.
        var sample = SampleResponses.Of("EarningRulePoints");
        var read = JsonSerializer.Deserialize(sample, V1Json.EarningRulePoints)!;

        var written = JsonSerializer.SerializeToNode(read with { Raw = null }, V1Json.EarningRulePoints);

        Assert.True(JsonNode.DeepEquals(sample, written), written!.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_kind_of_earning_rule_is_read_and_keeps_its_JSON()
    {
        using var test = new ScriptedClient(Steps.Ok(Novelties));

        var page = await test.Client.V1.EarningRules.ListEarningRulesPageAsync("camp_1", cancellationToken: Token);

        Assert.Equal(1, page.Data![0].Loyalty!.Raw!.Value.GetProperty("points")[0].GetProperty("points").GetInt64());
        Assert.Equal("ORDER_VISITS", page.Data[1].Loyalty!.CalculationType!.Value.Value);
        Assert.Equal(2, page.Data[1].Loyalty!.Raw!.Value.GetProperty("order").GetProperty("visits").GetProperty("points").GetInt64());
        Assert.Equal("none", page.Data[2].Loyalty!.Raw!.Value.GetString());
        Assert.Equal("HOUR", page.Data[2].PendingPoints!.Raw!.Value.GetProperty("period_type").GetString());
    }

    [Fact]
    public async Task The_points_of_an_unknown_kind_of_earning_rule_are_sent_back_unchanged()
    {
        using var test = new ScriptedClient(Steps.Ok(Novelties), Steps.Ok("""{"id":"ern_2"}"""));
        var rules = await test.Client.V1.EarningRules.ListEarningRulesPageAsync("camp_1", cancellationToken: Token);

        await test.Client.V1.EarningRules.UpdateEarningRuleAsync(
            "camp_1", "ern_2", new() { Loyalty = rules.Data![1].Loyalty }, cancellationToken: Token);

        Assert.Equal(
            """{"loyalty":{"type":"PROPORTIONAL","calculation_type":"ORDER_VISITS","order":{"visits":{"every":1,"points":2}}}}""",
            test.Handler.Requests[1].Body);
    }

    [Fact]
    public async Task Changed_points_of_an_earning_rule_are_sent_with_the_change()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"ern_1","loyalty":{"type":"FIXED","points":5,"novelty":1}}"""));
        var rule = await test.Client.V1.EarningRules.GetEarningRuleAsync("camp_1", "ern_1", cancellationToken: Token);

        await test.Client.V1.EarningRules.UpdateEarningRuleAsync(
            "camp_1", "ern_1", new() { Loyalty = rule.Loyalty! with { Points = 6 } }, cancellationToken: Token);

        Assert.Equal("""{"loyalty":{"type":"FIXED","points":6}}""", test.Handler.Requests[1].Body);
    }

    [Fact]
    public async Task A_date_of_an_earning_rule_stays_a_date_without_a_time()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"id":"ern_1","start_date":"2024-02-29","expiration_date":"2024-03-01T12:00:00Z"}"""));

        var rule = await test.Client.V1.EarningRules.GetEarningRuleAsync("camp_1", "ern_1", cancellationToken: Token);

        Assert.Equal((true, false), (rule.StartDate!.Value.IsDay, rule.ExpirationDate!.Value.IsDay));
    }

    [Fact]
    public async Task The_creation_of_earning_rules_is_never_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Client.V1.EarningRules.CreateEarningRulesAsync(
            "camp_1", [CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(1))], cancellationToken: Token));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task An_idempotent_change_of_an_earning_rule_is_repeated_after_a_lost_response()
    {
        foreach (var write in Repeatable)
        {
            using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok("""{"id":"ern_1"}"""));

            await test.Clock.RunToEnd(write(test.Client.V1.EarningRules));

            Assert.Equal(2, test.Attempts);
        }
    }

    [Fact]
    public async Task A_deletion_of_an_earning_rule_that_is_not_found_after_a_lost_response_is_unknown()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), Steps.Respond(HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"m"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(test.Client.V1.EarningRules.DeleteEarningRuleAsync("camp_1", "ern_1", cancellationToken: Token)));

        Assert.Equal(LoyaltyErrorKeys.NotFound, Assert.IsType<LoyaltyApiException>(error.InnerException).Key);
    }

    [Fact]
    public async Task An_estimate_of_points_is_retried_like_a_read()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), SampleResponses.Ok("EstimatePointsResult"));
        var request = new EstimatePointsRequest { Customer = new() { SourceId = "c" }, Order = new() { Amount = 100 } };

        var estimate = await test.Clock.RunToEnd(test.Client.V1.EarningRules.EstimatePointsAsync("camp_1", request, cancellationToken: Token));

        SampleResponses.AssertComplete("EstimatePointsResult", estimate, V1Json.EstimatePointsResult);
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public void Ids_of_earning_rules_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var rules = test.Client.V1.EarningRules;

        Assert.Throws<ArgumentException>("campaignId", () => { _ = rules.ListEarningRulesAsync(".."); });
        Assert.Throws<ArgumentException>("earningRuleId", () => { _ = rules.DeleteEarningRuleAsync("camp_1", " "); });
        Assert.Throws<ArgumentException>("earningRuleId", () => { _ = rules.EnableEarningRuleAsync("camp_1", "."); });
        Assert.Throws<ArgumentNullException>("items", () => { _ = rules.CreateEarningRulesAsync("camp_1", null!); });
        Assert.Equal(0, test.Attempts);
    }

    private static IEnumerable<Func<IEarningRulesClient, Task>> Repeatable =>
    [
        static rules => rules.UpdateEarningRuleAsync("camp_1", "ern_1", new() { Active = true }),
        static rules => rules.EnableEarningRuleAsync("camp_1", "ern_1"),
        static rules => rules.DisableEarningRuleAsync("camp_1", "ern_1"),
        static rules => rules.DeleteEarningRuleAsync("camp_1", "ern_1"),
    ];
}
