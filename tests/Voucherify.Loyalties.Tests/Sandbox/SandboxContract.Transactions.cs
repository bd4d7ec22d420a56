using System.Globalization;
using System.Net;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    /// <summary>Adds 1, 2, 3, ... points to a card, a minute apart, from noon on. Returns the ids, oldest first.</summary>
    private async Task<(HttpClient Client, IReadOnlyList<string> Ids)> StartWithTransactionsAsync(int count)
    {
        var (sandbox, client) = await StartWithCardAsync();
        for (var i = 1; i <= count; i++)
        {
            await AdjustAsync(client, i, $"order-{i.ToString(CultureInfo.InvariantCulture)}");
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        return (client, [.. sandbox.Journal.Select(entry => entry.TransactionId!)]);
    }

    [Theory]
    [InlineData("v1/loyalties/members/CARD/transactions")]
    [InlineData("v1/loyalties/Summer%20Club/members/CARD/transactions")]
    public async Task A_transaction_matches_the_vendors_example(string path)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 1297);
        await AdjustAsync(client, """{"points":100,"source_id":"20230317_add_1","reason":"Adding points to card"}""");

        var response = await GetAsync(client, path);

        var card = sandbox.V1.GetCard("CARD");
        AssertJson(
            $$$"""
            {"object":"list","data_ref":"data","has_more":false,"data":[
              {"id":"{{{sandbox.Journal[0].TransactionId}}}","source_id":"20230317_add_1","voucher_id":"{{{card.Id}}}",
               "campaign_id":"{{{card.CampaignId}}}","source":"API","reason":"Adding points to card","type":"POINTS_ADDITION",
               "details":{"balance":{"type":"loyalty_card","total":1397,"object":"balance","points":100,"balance":1397,
                 "related_object":{"id":"{{{card.Id}}}","type":"voucher"},"operation_type":"MANUAL"} },
               "related_transaction_id":null,"created_at":"2024-05-15T12:00:00.000Z"}]}
            """,
            response,
            HttpStatusCode.OK);
        Assert.Matches("^vtx_[0-9a-f]{18}$", response.Ids[0]);
    }

    [Fact]
    public async Task Transactions_are_listed_newest_first_ten_at_a_time()
    {
        var (client, ids) = await StartWithTransactionsAsync(12);

        var first = await TransactionsAsync(client);

        Assert.Equal(ids.Reverse().Take(10), first.Ids);
        Assert.True((bool)first.Json["has_more"]!);
        Assert.Equal(first.Ids[^1], (string?)first.Json["more_starting_after"]);

        var second = await TransactionsAsync(client, $"?starting_after_id={first.Ids[^1]}");
        Assert.Equal(ids.Reverse().Skip(10), second.Ids);
        Assert.False((bool)second.Json["has_more"]!);
        Assert.False(second.Json.ContainsKey("more_starting_after"));
    }

    [Fact]
    public async Task A_cursor_stays_valid_while_the_list_grows_at_its_head()
    {
        var (client, ids) = await StartWithTransactionsAsync(4);
        var first = await TransactionsAsync(client, "?limit=2");

        await AdjustAsync(client, 99);
        var second = await TransactionsAsync(client, $"?limit=2&starting_after_id={first.Json["more_starting_after"]}");

        Assert.Equal([ids[1], ids[0]], second.Ids);
    }

    [Fact]
    public async Task Transactions_can_be_listed_oldest_first()
    {
        var (client, ids) = await StartWithTransactionsAsync(3);

        Assert.Equal(ids, (await TransactionsAsync(client, "?order=id")).Ids);
        Assert.Equal([ids[1], ids[2]], (await TransactionsAsync(client, $"?order=id&starting_after_id={ids[0]}")).Ids);
        Assert.Equal(ids.Reverse(), (await TransactionsAsync(client, "?order=-id&limit=100")).Ids);
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?limit=ten")]
    [InlineData("?limit=")]
    [InlineData("?order=created_at")]
    [InlineData("?filters[voucher_id][conditions][$is]=v_1")]
    [InlineData("?filters[id][conditions][$like]=v_1")]
    [InlineData("?filters[created_at][conditions][$after]=yesterday")]
    [InlineData("?filters[created_at][conditions][$after]=2024-05-15T14:01:00+02:00")]
    [InlineData("?filters[created_at][conditions][$more_than]=-1")]
    [InlineData("?filters[junction]=xor")]
    [InlineData("?filters[id")]
    public async Task Invalid_query_parameters_of_a_transactions_list_are_refused(string query)
    {
        var (_, client) = await StartWithCardAsync();

        var response = await TransactionsAsync(client, query);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("invalid_query_params", (string?)response.Json["key"]);
        Assert.Equal("Invalid query params", (string?)response.Json["message"]);
    }

    // The five transactions were written at 12:00, 12:01, ... and it is 12:05. {n} stands for the id of the n-th.
    [Theory]
    [InlineData("filters[created_at][conditions][$after]=2024-05-15T12:01:00.000Z", "3 4 5")]
    [InlineData("filters[created_at][conditions][$after][0]=2024-05-15T12:01:00.000Z", "3 4 5")]
    [InlineData("filters%5Bcreated_at%5D%5Bconditions%5D%5B%24after%5D=2024-05-15T12%3A01%3A00Z", "3 4 5")]
    [InlineData("filters[created_at][conditions][$after]=2024-05-15T14:01:00%2B02:00", "3 4 5")]
    [InlineData("filters[created_at][conditions][$before]=2024-05-15T12:01:00Z", "1")]
    [InlineData("filters[created_at][conditions][$after]=2024-05-15", "1 2 3 4 5")]
    [InlineData(
        "filters[created_at][conditions][$after]=2024-05-15T12:00:00Z&filters[created_at][conditions][$before]=2024-05-15T12:03:00Z",
        "2 3")]
    [InlineData("filters[created_at][conditions][$more_than]=1", "")]
    [InlineData("filters[created_at][conditions][$less_than]=1", "1 2 3 4 5")]
    [InlineData("filters[created_at][conditions][$has_value]=", "1 2 3 4 5")]
    [InlineData("filters[created_at][conditions][$is_unknown]=", "")]
    [InlineData("filters[id][conditions][$is]={2}", "2")]
    [InlineData("filters[id][conditions][$is_not]={2}", "1 3 4 5")]
    [InlineData("filters[id][conditions][$in][0]={1}&filters[id][conditions][$in][1]={4}", "1 4")]
    [InlineData("filters[id][conditions][$in]={1}&filters[id][conditions][$in]={4}", "1 4")]
    [InlineData("filters[id][conditions][$not_in][0]={1}&filters[id][conditions][$not_in][1]={4}", "2 3 5")]
    [InlineData("filters[id][conditions][$starts_with]=vtx_", "1 2 3 4 5")]
    [InlineData("filters[id][conditions][$ends_with]=_", "")]
    [InlineData("filters[id][conditions][$contains]={3}", "3")]
    [InlineData("filters[id][conditions][$not_contain]={3}", "1 2 4 5")]
    [InlineData(
        "filters[junction]=or&filters[id][conditions][$is]={5}&filters[created_at][conditions][$before]=2024-05-15T12:01:00Z",
        "1 5")]
    [InlineData("filters[junction]=AND&filters[id][conditions][$is]={5}&filters[created_at][conditions][$before]=2024-05-15T12:01:00Z", "")]
    public async Task Filters_select_transactions(string query, string expected)
    {
        var (client, ids) = await StartWithTransactionsAsync(5);
        for (var i = 0; i < ids.Count; i++)
        {
            query = query.Replace($"{{{i + 1}}}", ids[i], StringComparison.Ordinal);
        }

        var response = await TransactionsAsync(client, "?order=id&" + query);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(expected, string.Join(' ', response.Ids.Select(id => ids.ToList().IndexOf(id) + 1)));
    }

    [Fact]
    public async Task A_filter_by_a_time_that_was_read_excludes_that_time()
    {
        Time.Advance(TimeSpan.FromTicks(12_345_678));
        var (client, _) = await StartWithTransactionsAsync(1);
        var createdAt = (string?)Assert.Single((await TransactionsAsync(client)).Data)["created_at"];

        Assert.Equal("2024-05-15T12:00:01.234Z", createdAt);
        Assert.Empty((await TransactionsAsync(client, $"?filters[created_at][conditions][$after]={createdAt}")).Data);
        Assert.Empty((await TransactionsAsync(client, $"?filters[created_at][conditions][$before]={createdAt}")).Data);
    }

    [Fact]
    public async Task A_full_last_page_has_no_next_page()
    {
        var (client, _) = await StartWithTransactionsAsync(2);

        var response = await TransactionsAsync(client, "?limit=2");

        Assert.Equal(2, response.Data.Count);
        Assert.False((bool)response.Json["has_more"]!);
    }

    [Fact]
    public async Task Transactions_of_an_unknown_card_are_not_found()
    {
        var (_, client) = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await TransactionsAsync(client)).Status);
    }
}
