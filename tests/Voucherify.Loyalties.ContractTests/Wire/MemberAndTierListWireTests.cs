using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The lists of members and tiers, with their filters.</summary>
public sealed class MemberAndTierListWireTests : OperationTests
{
    private const string Tier = """{"id":"ltr_1","name":"Gold","campaign_id":"camp_1","config":{"points":{"from":"1000"}}}""";

    [Fact]
    public async Task Members_are_listed_with_every_filter()
    {
        var page = await PlayAsync(
            Exchange.Get(
                "/v1/loyalties/camp_1/members",
                """{"object":"list","data_ref":"vouchers","vouchers":[{"id":"v_1","code":"CARD","active":"true"}],"total":1}"""),
            client => client.V1.Members.ListMembersPageAsync(
                "camp_1",
                new()
                {
                    Limit = 10,
                    Page = 3,
                    Customer = "cust 1",
                    CreatedAt = new() { After = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)) },
                    UpdatedAt = new() { Before = new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero) },
                    Order = MemberOrder.CreatedAt,
                    Code = "CARD",
                    Ids = ["v_1", "v_2"],
                },
                cancellationToken: Stop),
            query: "limit=10&page=3&customer=cust%201&created_at%5Bafter%5D=2024-01-02T02%3A04%3A05Z"
                + "&updated_at%5Bbefore%5D=2024-02-01T00%3A00%3A00Z&order=created_at&code=CARD&ids=v_1&ids=v_2");

        Assert.Equal("CARD", Assert.Single(page.Members!).Code);
    }

    [Fact]
    public async Task Tiers_of_a_program_are_listed()
    {
        var tiers = await PlayAsync(
            Exchange.Get("/v1/loyalties/camp_1/tiers", $$"""{"data":[{{Tier}}],"total":1}"""),
            client => client.V1.Tiers.ListTiersAsync("camp_1", new() { Limit = 10, Order = TierOrder.CreatedAt }, cancellationToken: Stop),
            query: "limit=10&order=created_at");

        Assert.Equal(1000, Assert.Single(tiers.Data!).Config!.Points!.From);
    }

    [Fact]
    public async Task A_tier_is_read()
    {
        var tier = await PlayAsync(
            Exchange.Get("/v1/loyalties/camp_1/tiers/ltr_1", Tier),
            client => client.V1.Tiers.GetTierAsync("camp_1", "ltr_1", cancellationToken: Stop));

        Assert.Equal(("ltr_1", "Gold"), (tier.Id, tier.Name));
    }

    [Fact]
    public async Task The_tiers_of_a_member_are_listed()
    {
        var tiers = await PlayAsync(
            Exchange.Get($"/v1/loyalties/members/{MemberId}/tiers", $$"""{"data":[{{Tier}}],"total":1}"""),
            client => client.V1.Tiers.ListMemberTiersAsync(MemberId, cancellationToken: Stop));

        Assert.Equal("ltr_1", Assert.Single(tiers.Data!).Id);
    }
}
