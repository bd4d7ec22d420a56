using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

/// <summary>The lists of a program's transactions and of a card's point buckets.</summary>
public sealed class PointListTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_point_buckets_has_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("PointsBucketList"));

        var page = await test.Client.V1.Members.ListPointBucketsPageAsync(
            "CARD", "camp_1", new() { Limit = 100, Page = 2 }, cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, "/v1/loyalties/camp_1/members/CARD/points-expiration?limit=100&page=2", null);
        SampleResponses.AssertComplete("PointsBucketList", page, V1Json.PointsBucketList);
    }

    [Fact]
    public async Task A_point_bucket_that_never_expires_has_no_date()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data":[{"id":"lopb_1","bucket":{"total_points":2},"status":"FROZEN"}],"total":1}"""));

        var bucket = await test.Client.V1.Members.ListPointBucketsAsync("CARD", "c", cancellationToken: Token).SingleAsync(Token);

        Assert.Null(bucket.ExpiresAt);
        Assert.Equal(2, bucket.Bucket!.TotalPoints);
        Assert.Equal("FROZEN", bucket.Status!.Value.Value);
    }

    [Fact]
    public async Task Point_buckets_are_listed_page_by_page_until_a_page_is_short()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data":[{"id":"lopb_1"},{"id":"lopb_2"}],"total":3}"""),
            Steps.Ok("""{"data":[{"id":"lopb_3"}],"total":3}"""));

        var ids = await test.Client.V1.Members.ListPointBucketsAsync("CARD", "c", new() { Limit = 2 }, cancellationToken: Token)
            .Select(bucket => bucket.Id)
            .ToListAsync(Token);

        Assert.Equal(["lopb_1", "lopb_2", "lopb_3"], ids);
        Assert.Equal(["?limit=2&page=1", "?limit=2&page=2"], test.Handler.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task The_transactions_of_a_program_are_filtered_by_card()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("TransactionList"));
        var query = new ListCampaignTransactionsQuery
        {
            Limit = 20,
            Order = TransactionOrder.Id,
            StartingAfterId = "vtx_1",
            Filters = new() { VoucherId = new() { In = ["v_1", "v_2"] }, Id = new() { StartsWith = "vtx" }, Junction = Junction.And },
        };

        var page = await test.Client.V1.Transactions.ListCampaignTransactionsPageAsync("camp_1", query, cancellationToken: Token);

        test.AssertSent(
            HttpMethod.Get,
            "/v1/loyalties/camp_1/transactions?limit=20&order=id&starting_after_id=vtx_1"
            + "&filters[id][conditions][$starts_with]=vtx"
            + "&filters[voucher_id][conditions][$in][0]=v_1&filters[voucher_id][conditions][$in][1]=v_2&filters[junction]=and",
            null);
        SampleResponses.AssertComplete("TransactionList", page, V1Json.TransactionList);
    }

    [Fact]
    public void Ids_and_limits_of_point_lists_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        Assert.Throws<ArgumentException>("campaignId", () => { _ = test.Client.V1.Members.ListPointBucketsAsync("CARD", ".."); });
        Assert.Throws<ArgumentException>("memberId", () => { _ = test.Client.V1.Members.ListPointBucketsAsync("", "c"); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Page", () => { _ = test.Client.V1.Members.ListPointBucketsAsync("CARD", "c", new() { Page = 101 }); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = test.Client.V1.Transactions.ListCampaignTransactionsAsync(" "); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Limit", () => { _ = test.Client.V1.Transactions.ListCampaignTransactionsAsync("c", new() { Limit = 0 }); });
        Assert.Equal(0, test.Attempts);
    }
}
