using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class MemberAndTierReadTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_listed_with_every_parameter()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("MemberList"));
        var query = new ListMembersQuery
        {
            Limit = 2,
            Page = 3,
            Customer = "cust_1",
            CreatedAt = new() { After = DateTimeOffset.UnixEpoch, Before = DateTimeOffset.UnixEpoch.AddDays(1) },
            UpdatedAt = new() { Before = DateTimeOffset.UnixEpoch },
            Order = MemberOrder.CodeDescending,
            Code = "A",
            Ids = ["v_1", "v_2"],
        };

        var page = await test.Client.V1.Members.ListMembersPageAsync("camp_1", query, cancellationToken: Token);

        test.AssertSent(
            HttpMethod.Get,
            "/v1/loyalties/camp_1/members?limit=2&page=3&customer=cust_1&created_at[before]=1970-01-02T00%3A00%3A00Z"
            + "&created_at[after]=1970-01-01T00%3A00%3A00Z"
            + "&updated_at[before]=1970-01-01T00%3A00%3A00Z&order=-code&code=A&ids=v_1&ids=v_2",
            null);
        SampleResponses.AssertComplete("MemberList", page, V1Json.MemberList);
    }

    [Fact]
    public async Task Members_are_listed_page_by_page()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data_ref":"vouchers","vouchers":[{"code":"A"}],"total":1}"""),
            Steps.Ok("""{"data_ref":"vouchers","vouchers":[],"total":1}"""));

        var codes = await test.Client.V1.Members.ListMembersAsync("c", new() { Limit = 1 }, cancellationToken: Token)
            .Select(member => member.Code)
            .ToListAsync(Token);

        Assert.Equal(["A"], codes);
        Assert.Equal(["?limit=1&page=1", "?limit=1&page=2"], test.Handler.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task Tiers_of_a_program_are_listed()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("TierList"));

        var tiers = await test.Client.V1.Tiers.ListTiersAsync(
            "camp_1", new() { Limit = 100, Order = TierOrder.UpdatedAt }, cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, "/v1/loyalties/camp_1/tiers?limit=100&order=updated_at", null);
        SampleResponses.AssertComplete("TierList", tiers, V1Json.TierList);
    }

    [Fact]
    public async Task A_tier_is_read()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyTier"));

        var tier = await test.Client.V1.Tiers.GetTierAsync("camp_1", "tier 1", cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, "/v1/loyalties/camp_1/tiers/tier%201", null);
        SampleResponses.AssertComplete("LoyaltyTier", tier, V1Json.LoyaltyTier);
    }

    [Fact]
    public async Task The_tiers_of_a_member_have_their_expiration_date()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"data":[{"id":"t","expiration":{"expiration_date":"2022-11-10"}}],"total":1}"""));

        var tiers = await test.Client.V1.Tiers.ListMemberTiersAsync("CARD", cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, "/v1/loyalties/members/CARD/tiers", null);
        Assert.Equal("2022-11-10", Assert.Single(tiers.Data!).Expiration!.ExpirationDate!.Value.ToString());
    }

    [Fact]
    public void Ids_and_limits_of_members_and_tiers_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        Assert.Throws<ArgumentException>("campaignId", () => { _ = test.Client.V1.Members.ListMembersAsync(".."); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Page", () => { _ = test.Client.V1.Members.ListMembersAsync("c", new() { Page = 0 }); });
        Assert.Throws<ArgumentException>("loyaltyTierId", () => { _ = test.Client.V1.Tiers.GetTierAsync("c", "."); });
        Assert.Throws<ArgumentException>("memberId", () => { _ = test.Client.V1.Tiers.ListMemberTiersAsync(" "); });
        Assert.Equal(0, test.Attempts);
    }
}
