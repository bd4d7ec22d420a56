using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class NewMemberAndTierTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static IEnumerable<Func<LoyaltyClient, Task>> Writes =>
    [
        static client => client.V1.Members.AddMemberAsync("camp_1", new() { Customer = "c" }),
        static client => client.V1.Members.AddMemberAsync("camp_1", new() { Customer = "c", Voucher = "CARD", SourceId = "p-1" }),
        static client => client.V1.Tiers.CreateTiersAsync("camp_1", [new() { Name = "Gold", Points = new() { From = 1 } }]),
    ];

    [Fact]
    public async Task A_new_member_has_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyMember"));

        var member = await test.Client.V1.Members.AddMemberAsync("camp_1", new() { Customer = "c" }, cancellationToken: Token);

        SampleResponses.AssertComplete("LoyaltyMember", member, V1Json.LoyaltyMember);
    }

    [Fact]
    public async Task The_creation_of_a_member_or_tier_is_never_repeated_after_a_lost_response()
    {
        foreach (var write in Writes)
        {
            using var test = new ScriptedClient(Steps.LoseConnection());

            await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => write(test.Client));

            Assert.Equal(1, test.Attempts);
        }
    }

    [Fact]
    public async Task A_new_member_that_was_never_sent_is_sent_again()
    {
        using var test = new ScriptedClient(Steps.FailToConnect(), Steps.Ok(Steps.MemberJson));

        var member = await test.Clock.RunToEnd(
            test.Client.V1.Members.AddMemberAsync("camp_1", new() { Customer = "c" }, cancellationToken: Token));

        Assert.Equal("CARD", member.Code);
    }

    [Fact]
    public async Task A_new_member_whose_response_has_no_code_has_an_unknown_outcome()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Members.AddMemberAsync("camp_1", new() { Customer = "c" }, cancellationToken: Token));
    }

    [Fact]
    public async Task The_earning_rules_of_a_tier_are_listed_page_by_page()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data":[{"id":"ern_1"}],"total":2}"""),
            Steps.Ok("""{"data":[{"id":"ern_2"}],"total":2}"""),
            Steps.Ok("""{"data":[]}"""));

        var ids = await test.Client.V1.Tiers.ListTierEarningRulesAsync("camp_1", "ltr 1", new() { Limit = 1 }, cancellationToken: Token)
            .Select(rule => rule.Id)
            .ToListAsync(Token);

        Assert.Equal(["ern_1", "ern_2"], ids);
        Assert.Equal("/v1/loyalties/camp_1/tiers/ltr%201/earning-rules?limit=1&page=3", test.Handler.Requests[^1].Uri.PathAndQuery);
    }

    [Fact]
    public void New_members_and_tiers_do_not_wait_for_a_card()
    {
        Assert.False(V1Operations.AddMember.MovesPoints);
        Assert.Equal(Idempotency.NonIdempotent, V1Operations.AddMember.Idempotency);
        Assert.Equal(Idempotency.NonIdempotent, V1Operations.CreateTiers.Idempotency);
        Assert.Equal(Idempotency.Conditional, V1Operations.CreateCampaign.Idempotency);
    }

    [Fact]
    public void Ids_of_new_members_and_tiers_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        Assert.Throws<ArgumentException>(
            "campaignId", () => { _ = test.Client.V1.Members.AddMemberAsync("..", new() { Customer = "c" }); });
        Assert.Throws<ArgumentException>("loyaltyTierId", () => { _ = test.Client.V1.Tiers.ListTierEarningRulesAsync("c", "."); });
        Assert.Throws<ArgumentNullException>("items", () => { _ = test.Client.V1.Tiers.CreateTiersAsync("c", null!); });
        Assert.Equal(0, test.Attempts);
    }
}
