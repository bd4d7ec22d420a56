using System.Net;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    /// <summary>Adds 1, 2, 3, ... points to a v2 card, a minute apart, from noon on. Returns the ids, oldest first.</summary>
    private async Task<(HttpClient Client, SandboxMember Member, IReadOnlyList<string> Ids)> StartWithCardTransactionsAsync(
        int count,
        SandboxV2Options? v2 = null)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(v2: v2);
        for (var i = 1; i <= count; i++)
        {
            await AdjustCardAsync(client, member, i);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        return (client, member, [.. sandbox.Journal.Select(entry => entry.TransactionId!)]);
    }

    [Fact]
    public async Task Card_transactions_are_listed_newest_first_ten_at_a_time()
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(12);

        var first = await CardTransactionsAsync(client, member);
        Assert.Equal("list", (string?)first.Json["object"]);
        Assert.Equal(ids.Reverse().Take(10), first.Ids);
        Assert.Matches("^lcrsctx_[0-9a-f]{18}$", CursorOf(first));
        Assert.Equal("2024-05-15T12:22:00.000Z", (string?)first.Json["cursor"]!["expires_at"]);

        var second = await CardTransactionsAsync(client, member, $"?cursor={CursorOf(first)}");
        Assert.Equal(ids.Reverse().Skip(10), second.Ids);
        Assert.Null(second.Json["cursor"]);
        Assert.True(second.Json.ContainsKey("cursor"));
    }

    [Fact]
    public async Task A_cursor_of_the_v2_api_stays_valid_while_the_list_grows_at_its_head()
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(4);
        var first = await CardTransactionsAsync(client, member, "?limit=2");

        await AdjustCardAsync(client, member, 99);
        var second = await CardTransactionsAsync(client, member, $"?limit=2&cursor={CursorOf(first)}");

        Assert.Equal([ids[1], ids[0]], second.Ids);
    }

    [Theory]
    [InlineData("order=-id", "1 2 3", true)]
    [InlineData("order=id", "1 2 3", false)]
    [InlineData("order=created_at", "1 2 3", false)]
    [InlineData("order=-created_at", "1 2 3", true)]
    [InlineData("order[0]=created_at&order[1]=-id", "1 2 3", false)]
    public async Task Card_transactions_can_be_sorted(string query, string oldestFirst, bool isReversed)
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(3);

        var found = (await CardTransactionsAsync(client, member, "?" + query)).Ids.Select(id => ids.ToList().IndexOf(id) + 1);

        Assert.Equal(oldestFirst, string.Join(' ', isReversed ? found.Reverse() : found));
    }

    [Theory]
    [InlineData(SandboxListOrders.Id, "created_at", "id")]
    [InlineData(SandboxListOrders.CreatedAt, "id", "created_at")]
    public async Task Only_the_orders_of_the_option_are_accepted(SandboxListOrders orders, string refused, string accepted)
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(2, new SandboxV2Options { ListOrders = orders });

        Assert.Equal("400 invalid_query_params", KeyOf(await CardTransactionsAsync(client, member, "?order=" + refused)));
        Assert.Equal(ids, (await CardTransactionsAsync(client, member, "?order=" + accepted)).Ids);
        Assert.Equal(ids.Reverse(), (await CardTransactionsAsync(client, member)).Ids);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=ten")]
    [InlineData("order=status")]
    [InlineData("order=id&order=-id")]
    [InlineData("cursor=lcrsmbr_1")]
    [InlineData("cursor=x")]
    [InlineData("filters[status][conditions][$is]=PENDING")]
    [InlineData("filters[id][conditions][$is]=vtx_1")]
    [InlineData("filters[id][conditions][$starts_with]=lctx_")]
    [InlineData("filters[created_at][conditions][$after]=yesterday")]
    [InlineData("filters[created_at][conditions][$is]=2024-05-15")]
    [InlineData("filters[junction]=and")]
    [InlineData("filters[id")]
    public async Task Invalid_query_parameters_of_a_v2_list_are_refused_before_the_lookups(string query)
    {
        var (_, client, member) = await StartWithMemberAsync();

        var response = await CardTransactionsAsync(client, member with { ProgramId = "lprg_0" }, "?" + query);

        Assert.Equal("400 invalid_query_params", KeyOf(response));
    }

    // The five transactions were written at 12:00, 12:01, ... and it is 12:05. {n} stands for the id of the n-th.
    [Theory]
    [InlineData("filters[created_at][conditions][$after]=2024-05-15T12:01:00.000Z", "3 4 5")]
    [InlineData("filters[created_at][conditions][$before][0]=2024-05-15T12:01:00.000Z", "1")]
    [InlineData("filters[created_at][conditions][$is]=0", "1 2 3 4 5")]
    [InlineData("filters[created_at][conditions][$more_than]=0", "")]
    [InlineData("filters[created_at][conditions][$less_than]=1", "1 2 3 4 5")]
    [InlineData("filters[created_at][conditions][$has_value]=", "1 2 3 4 5")]
    [InlineData("filters[id][conditions][$is]={2}", "2")]
    [InlineData("filters[id][conditions][$is_not]={2}", "1 3 4 5")]
    [InlineData("filters[id][conditions][$in][0]={1}&filters[id][conditions][$in][1]={4}", "1 4")]
    [InlineData("filters[id][conditions][$in]={1}&filters[id][conditions][$in]={4}", "1 4")]
    [InlineData("filters[id][conditions][$not_in][0]={1}&filters[id][conditions][$not_in][1]={4}", "2 3 5")]
    [InlineData("filters[card_definition_id][conditions][$is]=lcdef_0", "")]
    [InlineData(
        "filters[junction]=OR&filters[id][conditions][$is]={5}&filters[created_at][conditions][$before]=2024-05-15T12:01:00Z", "1 5")]
    [InlineData("filters[junction]=AND&filters[id][conditions][$is]={5}&filters[created_at][conditions][$before]=2024-05-15T12:01:00Z", "")]
    public async Task Filters_select_card_transactions(string query, string expected)
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(5);
        for (var i = 0; i < ids.Count; i++)
        {
            query = query.Replace($"{{{i + 1}}}", ids[i], StringComparison.Ordinal);
        }

        var response = await CardTransactionsAsync(client, member, "?order=id&" + query);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(expected, string.Join(' ', response.Ids.Select(id => ids.ToList().IndexOf(id) + 1)));
    }

    [Theory]
    [InlineData(SandboxTimeFilter.Exclusive, "3 4 5", "1")]
    [InlineData(SandboxTimeFilter.Inclusive, "2 3 4 5", "1 2")]
    [InlineData(SandboxTimeFilter.WholeDays, "", "")]
    public async Task The_bounds_of_a_time_filter_mean_what_the_option_says(SandboxTimeFilter filter, string after, string before)
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(5, new SandboxV2Options { TimeFilter = filter });

        foreach (var (name, expected) in new[] { ("$after", after), ("$before", before) })
        {
            var response = await CardTransactionsAsync(
                client, member, $"?order=id&filters[created_at][conditions][{name}]=2024-05-15T12:01:00Z");
            Assert.Equal(expected, string.Join(' ', response.Ids.Select(id => ids.ToList().IndexOf(id) + 1)));
        }
    }

    [Fact]
    public async Task A_filter_of_ids_takes_a_hundred_of_them()
    {
        var (_, client, member) = await StartWithMemberAsync();
        string Query(int count) =>
            "?" + string.Join('&', Enumerable.Range(0, count).Select(i => $"filters[id][conditions][$in][{i}]=lctx_{i:x}"));

        Assert.Equal(HttpStatusCode.OK, (await CardTransactionsAsync(client, member, Query(100))).Status);
        Assert.Equal("400 invalid_query_params", KeyOf(await CardTransactionsAsync(client, member, Query(101))));
    }

    [Fact]
    public async Task A_cursor_of_the_v2_api_expires_after_600_seconds()
    {
        var (client, member, _) = await StartWithCardTransactionsAsync(2);
        var cursor = CursorOf(await CardTransactionsAsync(client, member, "?limit=1"));

        Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(HttpStatusCode.OK, (await CardTransactionsAsync(client, member, $"?limit=1&cursor={cursor}")).Status);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("400 invalid_or_expired_cursor", KeyOf(await CardTransactionsAsync(client, member, $"?limit=1&cursor={cursor}")));
    }

    [Theory]
    [InlineData("limit=2&order=-id", "cursor_and_query_mismatch")]
    [InlineData("limit=1&order=id", "cursor_and_query_mismatch")]
    [InlineData("limit=1&order=-id&filters[created_at][conditions][$is]=0", "cursor_and_query_mismatch")]
    public async Task A_cursor_of_the_v2_api_belongs_to_its_query(string query, string key)
    {
        var (client, member, _) = await StartWithCardTransactionsAsync(3);
        var cursor = CursorOf(await CardTransactionsAsync(client, member, "?limit=1&order=-id"));

        Assert.Equal($"400 {key}", KeyOf(await CardTransactionsAsync(client, member, $"?{query}&cursor={cursor}")));
        Assert.Equal("404 not_found", KeyOf(await CardTransactionsAsync(client, member with { Id = "x" }, $"?{query}&cursor={cursor}")));
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        await AdjustCardAsync(client, member, 1);
        await AdjustCardAsync(client, member, 2);
        var cursor = CursorOf(await CardTransactionsAsync(client, member, "?limit=1"));
        var other = sandbox.V2.AddMember(member.ProgramId);

        Assert.Equal("400 invalid_cursor", KeyOf(await CardTransactionsAsync(client, other, $"?limit=1&cursor={cursor}")));
    }

    [Fact]
    public async Task A_v2_transaction_is_listed_after_the_list_lag()
    {
        var (_, client, member) = await StartWithMemberAsync(listLag: TimeSpan.FromSeconds(5));
        await AdjustCardAsync(client, member, 1);

        Assert.Empty((await CardTransactionsAsync(client, member)).Data);

        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("APPROVED", StatusOf(await CardTransactionsAsync(client, member)));
    }

    [Fact]
    public async Task Points_that_expire_are_listed_by_the_day_on_which_they_do()
    {
        var (sandbox, client) = await StartAsync();
        var member = sandbox.V2.AddMember(sandbox.V2.AddProgram(expiresAfterMonths: 12).Id);
        await AdjustCardAsync(client, member, 5);
        await AdjustCardAsync(client, member, 6);
        Time.Advance(TimeSpan.FromDays(1));
        var credit = await AdjustCardAsync(client, member, 7);

        var response = await GetAsync(client, CardOf(member) + "/expiring-points");

        Assert.Equal("2025-05-16", (string?)credit.Json["transaction"]!["details"]!["points"]!["expiration_date"]);
        Assert.Equal(
            [("2025-05-15", 11), ("2025-05-16", 7)],
            response.Data.Select(row => ((string)row["expiration_date"]!, (int)row["points"]!["total"]!)));
        Assert.All(response.Data, row => Assert.Equal("ROLLING_EXPIRATION", (string?)row["expiration_type"]));
        Assert.Matches("^lcpeb_[0-9a-f]{18}$", response.Ids[0]);
        Assert.Empty((await GetAsync(client, CardOf(member) + "/pending-points")).Data);
    }

    private static string CursorOf(ReceivedResponse response) => (string)response.Json["cursor"]!["next"]!;
}
