using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>Requests that move or list points: transfers, pending points, buckets, redemptions, and transactions of a program.</summary>
public sealed class PointsWireTests : OperationTests
{
    private const string Member = $"/v1/loyalties/members/{MemberId}";

    private const string MemberInCampaign = $"/v1/loyalties/camp_1/members/{MemberId}";

    private const string Pending = $"{Member}/pending-points/lopp_1";

    private const string PendingPage = """
        {"object":"list","data_ref":"data","has_more":true,"more_starting_after":"lopp_1",
         "data":[{"id":"lopp_1","voucher_id":"v_1","campaign_id":"camp_1","points":"10","activates_at":"2024-02-01",
         "created_at":"2024-01-01T03:04:05.678Z"}]}
        """;

    [Fact]
    public async Task A_transfer_names_the_cards_that_give()
    {
        var member = await PlayAsync(
            Exchange.Post(
                $"{MemberInCampaign}/transfers", """{"id":"v_1","code":"MmFAzfDe","loyalty_card":{"points":300,"balance":"250"}}"""),
            client => client.V1.Members.TransferPointsAsync(
                MemberId,
                "camp_1",
                [
                    new() { Code = "GIVER-1", Points = 100, Reason = "Merged", SourceId = "t-1" },
                    new() { Code = "GIVER-2", Points = 50, SourceId = "t-2" },
                ],
                cancellationToken: Stop),
            body: """[{"code":"GIVER-1","points":100,"reason":"Merged","source_id":"t-1"},"""
                + """{"code":"GIVER-2","points":50,"source_id":"t-2"}]""");

        Assert.Equal((MemberId, 250), (member.Code, member.LoyaltyCard!.Balance));
    }

    [Fact]
    public async Task Buckets_are_listed_by_page()
    {
        var page = await PlayAsync(
            Exchange.Get(
                $"{MemberInCampaign}/points-expiration",
                """{"data":[{"id":"lopb_1","bucket":{"total_points":7},"status":"ACTIVE","expires_at":"2025-01-31"}],"total":1}"""),
            client => client.V1.Members.ListPointBucketsPageAsync(
                MemberId, "camp_1", new() { Limit = 10, Page = 2 }, cancellationToken: Stop),
            query: "limit=10&page=2");

        var bucket = Assert.Single(page.Data!);
        Assert.Equal((7L, PointsBucketStatus.Active), (bucket.Bucket!.TotalPoints!.Value, bucket.Status!.Value.Value));
    }

    [Fact]
    public async Task The_transactions_of_a_program_are_listed_with_filters()
    {
        var page = await PlayAsync(
            Exchange.Get(
                "/v1/loyalties/camp_1/transactions",
                """{"data":[{"id":"vtx_1","type":"POINTS_ADDITION","source_id":null}],"has_more":false}"""),
            client => client.V1.Transactions.ListCampaignTransactionsPageAsync(
                "camp_1",
                new()
                {
                    Limit = 5,
                    Order = TransactionOrder.IdDescending,
                    StartingAfterId = "vtx_0",
                    Filters = new() { VoucherId = new() { In = ["v_1", "v_2"] }, Junction = Junction.And },
                },
                cancellationToken: Stop),
            query: "limit=5&order=-id&starting_after_id=vtx_0&filters%5Bvoucher_id%5D%5Bconditions%5D%5B%24in%5D%5B0%5D=v_1"
                + "&filters%5Bvoucher_id%5D%5Bconditions%5D%5B%24in%5D%5B1%5D=v_2&filters%5Bjunction%5D=and");

        Assert.Equal(LoyaltyTransactionType.PointsAddition, Assert.Single(page.Data!).Type);
    }

    [Theory]
    [InlineData(null, $"{Member}/pending-points")]
    [InlineData("camp_1", $"{MemberInCampaign}/pending-points")]
    public async Task Pending_points_of_a_member_are_listed_by_both_routes(string? campaign, string path)
    {
        var page = await PlayAsync(
            Exchange.Get(path, PendingPage),
            client => client.V1.PendingPoints.ListMemberPendingPointsPageAsync(
                MemberId,
                new() { Limit = 1, Order = PendingPointsOrder.Id, StartingAfterId = "lopp_0" },
                campaign,
                cancellationToken: Stop),
            query: "limit=1&order=id&starting_after_id=lopp_0");

        Assert.Equal(("lopp_1", 10L), (Assert.Single(page.Data!).Id, page.Data![0].Points!.Value));
    }

    [Fact]
    public async Task Pending_points_of_a_program_are_listed()
    {
        var page = await PlayAsync(
            Exchange.Get("/v1/loyalties/camp_1/pending-points", PendingPage),
            client => client.V1.PendingPoints.ListCampaignPendingPointsPageAsync("camp_1", new() { Limit = 1 }, cancellationToken: Stop),
            query: "limit=1");

        Assert.True(page.HasMore);
    }

    [Fact]
    public async Task Pending_points_are_activated_with_empty_content()
    {
        var balance = await PlayAsync(
            Exchange.Post($"{Pending}/activate", Responses.Balance(balance: 210)),
            client => client.V1.PendingPoints.ActivatePendingPointsAsync(MemberId, "lopp_1", cancellationToken: Stop));

        Assert.Equal(210, balance.Balance);
        await AssertEmptyContentAsync();
    }

    [Fact]
    public async Task Pending_points_are_adjusted()
    {
        var balance = await PlayAsync(
            Exchange.Post($"{Pending}/balance", Responses.Balance(balance: 5)),
            client => client.V1.PendingPoints.AdjustPendingPointsAsync(MemberId, "lopp_1", new() { Points = -5 }, cancellationToken: Stop),
            body: """{"points":-5}""");

        Assert.Equal(5, balance.Balance);
    }

    [Fact]
    public async Task Pending_points_are_cancelled_with_an_empty_response()
    {
        await PlayAsync(
            Exchange.Post($"{Pending}/cancel", response: null, status: 204),
            client => client.V1.PendingPoints.CancelPendingPointsAsync(MemberId, "lopp_1", cancellationToken: Stop));

        await AssertEmptyContentAsync();
    }

    [Theory]
    [InlineData(null, $"{Member}/redemption")]
    [InlineData("camp_1", $"{MemberInCampaign}/redemption")]
    public async Task A_reward_is_redeemed_by_both_routes(string? campaign, string path)
    {
        var redemption = await PlayAsync(
            Exchange.Post(
                path,
                """{"id":"r_1","object":"redemption","status":"SUCCEEDED","result":"SUCCESS","amount":"100","reward":{"id":"rew_1"}}"""),
            client => client.V1.Redemptions.RedeemRewardAsync(
                MemberId, new() { Reward = new() { Id = "rew_1", Points = 100 } }, campaign, cancellationToken: Stop),
            body: """{"reward":{"id":"rew_1","points":100}}""");

        Assert.Equal(("r_1", RedemptionResult.Success), (redemption.Id, redemption.Result?.Value));
    }
}
