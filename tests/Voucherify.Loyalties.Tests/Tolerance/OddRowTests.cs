using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>An odd row does not hide the others, neither from a list nor from the search for a lost adjustment.</summary>
public sealed class OddRowTests
{
    private const string Mine =
        """{"id":"vtx_2","source_id":"order-1","type":"POINTS_ADDITION","details":{"balance":{"points":100,"balance":600}}}""";

    public static TheoryData<string, string> OddRows { get; } = new()
    {
        { """{"id":"vtx_1","source_id":"x","type":"POINTS_REMOVAL","details":"none"}""", "details" },
        { """{"id":"vtx_1","source_id":"x","type":"POINTS_REMOVAL","details":{"balance":{"points":0.5}}}""", "details.balance.points" },
        { """{"id":"vtx_1","source_id":"x","type":"POINTS_REMOVAL","created_at":"yesterday"}""", "created_at" },
        { """{"id":"vtx_1","source_id":"x","type":"POINTS_REMOVAL","details":{"segment":[1]}}""", "details.segment" },
        { """{"id":"vtx_1","source_id":"x","type":"POINTS_REMOVAL","reason":["a"]}""", "reason" },
    };

    [Theory, MemberData(nameof(OddRows))]
    public async Task A_list_has_the_odd_row_with_what_could_be_read(string odd, string path)
    {
        using var test = new ScriptedClient(Steps.Ok(Page(Mine, odd)));

        var page = await test.Clock.RunToEnd(test.Client.V1.Transactions.ListMemberTransactionsPageAsync("CARD"));

        Assert.Equal(["vtx_2", "vtx_1"], page.Data!.Select(static row => row.Id));
        Assert.Null(UnreadableMembers.Of(page.Data![0]));
        var unreadable = UnreadableMembers.Of(page.Data![1])!;
        Assert.Equal([path], unreadable.Paths);
        Assert.Equal(odd, unreadable.Json.GetRawText());
        Assert.Equal([$"data[1].{path}"], UnreadableMembers.Of(page)?.Paths);
    }

    [Theory, MemberData(nameof(OddRows))]
    public async Task A_search_finds_its_row_beside_an_odd_one(string odd, string path)
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [Dated(Page(odd, Mine))]));

        var result = await test.AdjustAsync();

        Assert.True(result.Recovered, path);
        Assert.Equal(600, result.Balance);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"vtx_1\"")]
    [InlineData("[1]")]
    public async Task A_row_that_is_no_object_is_an_empty_one_that_is_named(string odd)
    {
        using var test = new ScriptedClient(Steps.Ok(Page(Mine, odd)));
        var rows = new List<LoyaltyTransaction>();

        await foreach (var row in test.Client.V1.Transactions.ListMemberTransactionsAsync("CARD"))
        {
            rows.Add(row);
        }

        Assert.Equal(2, rows.Count);
        Assert.Equal(odd, UnreadableMembers.Of(rows[1])?.Json.GetRawText());
        Assert.Equal([""], UnreadableMembers.Of(rows[1])?.Paths);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"id":"vtx_1","source_id":["order-1"],"type":"POINTS_ADDITION"}""")]
    public async Task A_row_that_may_be_the_own_one_is_never_taken_for_absence(string odd)
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [Dated(Page(odd))]));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Contains("It was not found in the transactions", error.Message, StringComparison.Ordinal);
        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Theory]
    [InlineData("""{"data":"none","has_more":false}""")]
    [InlineData("""{"data":[],"has_more":"perhaps"}""")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task A_search_that_could_not_read_a_page_says_so(string page)
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Reconciliation.OutcomeTimeout = TimeSpan.FromMinutes(1)),
            Steps.ByMethod([Steps.LoseConnection()], [Dated(page)]));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Contains(
            "The last search for it could not read the transactions, so whether it was or will be applied is not known.",
            error.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("not found", error.Message, StringComparison.Ordinal);
        Assert.IsType<LoyaltyResponseException>(error.InnerException);
    }

    [Theory]
    [InlineData("""{"data":"none","has_more":false}""", "data")]
    [InlineData("""{"data":[],"has_more":[]}""", "has_more")]
    [InlineData("""{"data":[],"has_more":true,"more_starting_after":{}}""", "more_starting_after")]
    public async Task A_list_fails_without_its_rows_or_without_its_continuation(string body, string member)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var error = await Assert.ThrowsAsync<LoyaltyResponseException>(
            () => test.Clock.RunToEnd(test.Client.V1.Transactions.ListMemberTransactionsPageAsync("CARD")));

        Assert.Equal(
            $"The member '{member}' cannot be read, and the call cannot do without it.", error.InnerException?.Message);
    }

    [Fact]
    public async Task A_null_row_is_left_out_of_an_enumeration()
    {
        using var test = new ScriptedClient(Steps.Ok(Page("null", Mine)));
        var rows = new List<LoyaltyTransaction>();

        await foreach (var row in test.Client.V1.Transactions.ListMemberTransactionsAsync("CARD"))
        {
            rows.Add(row);
        }

        Assert.Equal("vtx_2", Assert.Single(rows).Id);
    }

    private static string Page(params string[] rows) => $$"""{"object":"list","data":[{{string.Join(',', rows)}}],"has_more":false}""";

    private static Step Dated(string body) => Steps.Respond(HttpStatusCode.OK, body, ("Date", "Thu, 15 Jan 2026 12:00:00 GMT"));
}
