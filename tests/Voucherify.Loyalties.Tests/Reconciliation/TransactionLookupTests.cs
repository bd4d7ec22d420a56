using System.Globalization;
using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class TransactionLookupTests
{
    private static readonly DateTimeOffset ServerNow = new(2026, 1, 15, 11, 30, 0, TimeSpan.Zero);

    private static readonly ExpectedBalanceTransaction Expected = new("CARD", "order-1", 100, LoyaltyTransactionType.PointsAddition);

    [Fact]
    public async Task A_lookup_reads_full_pages_newest_first_and_follows_the_cursor()
    {
        using var test = new ScriptedClient(
            Page([Other("vtx_9")], hasMore: true, next: "vtx_8"),
            Page([Mine("vtx_7", ServerNow)], hasMore: false));

        var found = await Find(test, sinceFirst: null);

        Assert.Equal("vtx_7", found?.Id);
        Assert.Equal(
            [
                "/v1/loyalties/members/CARD/transactions?limit=100&order=-id",
                "/v1/loyalties/members/CARD/transactions?limit=100&order=-id&starting_after_id=vtx_8",
            ],
            test.Handler.Requests.Select(static request => request.Uri.PathAndQuery));
    }

    [Fact]
    public async Task A_lookup_without_a_cursor_continues_after_the_last_row()
    {
        using var test = new ScriptedClient(Page([Other("vtx_9"), Other("vtx_8")], hasMore: true), Page([], hasMore: false));

        Assert.Null(await Find(test, sinceFirst: null));

        Assert.EndsWith("starting_after_id=vtx_8", test.Handler.Requests[1].Uri.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    public async Task A_lookup_without_paging_information_continues_only_after_a_full_page(int rows, int pages)
    {
        using var test = new ScriptedClient(Page([.. Enumerable.Range(0, rows).Select(static i => Other($"vtx_{999 - i}"))]), Page([]));

        Assert.Null(await Find(test, sinceFirst: null));

        Assert.Equal(pages, test.Attempts);
    }

    [Theory]
    [InlineData(null, "is incomplete: more follow, but the service sent no cursor to continue from. It proves nothing.")]
    [InlineData("vtx_9", "goes round in a circle: the service sent a cursor twice. It proves nothing.")]
    public async Task A_lookup_in_a_list_that_continues_without_a_new_cursor_proves_nothing(string? cursor, string message)
    {
        using var test = new ScriptedClient(
            Page([Other("vtx_9")], hasMore: true),
            Page([], hasMore: true, next: cursor));

        var error = await Assert.ThrowsAsync<LoyaltyException>(() => Find(test, sinceFirst: null));

        Assert.Equal("The list of transactions " + message, error.Message);
        Assert.Equal(2, test.Attempts);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-1, 1)]
    public async Task A_lookup_stops_a_margin_before_the_first_send_by_the_server_clock(int seconds, int pages)
    {
        // The service's clock is half an hour behind the local clock.
        var bound = ServerNow - TimeSpan.FromSeconds(30) - ReconciliationDefaults.LookbackMargin;
        using var test = new ScriptedClient(Page([Other("vtx_9", bound.AddSeconds(seconds))], hasMore: true), Page([]));

        Assert.Null(await Find(test, sinceFirst: TimeSpan.FromSeconds(30)));

        Assert.Equal(pages, test.Attempts);
    }

    [Fact]
    public async Task A_lookup_computes_its_time_bound_from_the_first_page()
    {
        var bound = ServerNow - ReconciliationDefaults.LookbackMargin;
        using var test = new ScriptedClient(
            Page([Other("vtx_9", ServerNow)], hasMore: true),
            Page([Other("vtx_8", bound.AddSeconds(-1))], hasMore: true, serverNow: ServerNow.AddHours(-1)),
            Page([]));

        Assert.Null(await Find(test, sinceFirst: TimeSpan.Zero));

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_lookup_that_finds_another_adjustment_with_the_id_is_a_conflict()
    {
        using var test = new ScriptedClient(Page([Mine("vtx_9", ServerNow, points: 150)]));

        var finding = await Search(test, TimeSpan.Zero);
        var error = Expected.ConflictWith(finding.Conflict!);

        Assert.Equal(
            "The transaction vtx_9 of 'CARD' has source_id 'order-1' already, and is another adjustment: "
            + "POINTS_ADDITION of 150 points from 2026-01-15 11:30:00Z, not POINTS_ADDITION of 100. This adjustment was not sent again.",
            error.Message);
        Assert.Equal(("order-1", "CARD", "vtx_9"), (error.SourceId, error.MemberId, error.Existing?.Id));
    }

    [Fact]
    public async Task A_lookup_finds_the_adjustment_that_was_sent_among_several_with_its_id()
    {
        using var test = new ScriptedClient(Page([Mine("vtx_9", ServerNow, points: 50), Mine("vtx_8", ServerNow)]));

        Assert.Equal("vtx_8", (await Search(test, sinceFirst: null)).Applied?.RowId);
    }

    [Fact]
    public async Task A_lookup_reports_the_newest_transaction_of_each_kind()
    {
        using var applied = new ScriptedClient(Page([Mine("vtx_9", ServerNow), Mine("vtx_8", ServerNow)]));
        using var conflict = new ScriptedClient(Page([Mine("vtx_9", ServerNow, points: 50), Mine("vtx_8", ServerNow, points: 60)]));
        using var doubtful = new ScriptedClient(
            Page([Row("vtx_9", "Order-1", 100, ServerNow), Row("vtx_8", "ORDER-1", 100, ServerNow)]));

        Assert.Equal("vtx_9", (await Search(applied, TimeSpan.Zero)).Applied?.RowId);
        Assert.Equal("vtx_9", (await Search(conflict, TimeSpan.Zero)).Conflict?.RowId);
        Assert.Equal("vtx_9", (await Search(doubtful, TimeSpan.Zero)).Doubtful?.RowId);
    }

    [Fact]
    public async Task A_lookup_sends_the_headers_of_its_adjustment()
    {
        using var test = new ScriptedClient(Page([]));

        await Find(
            test, sinceFirst: null, options: new RequestOptions { Headers = new Dictionary<string, string> { ["X-Gateway"] = "shop" } });

        Assert.Equal("shop", test.Handler.Requests[0].Header("X-Gateway"));
    }

    private static async Task<LoyaltyTransaction?> Find(ScriptedClient test, TimeSpan? sinceFirst, RequestOptions? options = null)
    {
        var finding = await Search(test, sinceFirst, options);
        Assert.Equal((null, null), (finding.Conflict, finding.Doubtful));
        return (LoyaltyTransaction?)finding.Applied;
    }

    private static async Task<Finding> Search(ScriptedClient test, TimeSpan? sinceFirst, RequestOptions? options = null)
    {
        var sent = new SendState(new ReconciliationOptions(), test.Clock);
        sent.Begin(
            sinceFirst is null ? PriorAttempt.Unknown : PriorAttempt.ElapsedSinceSend(TimeSpan.Zero, sinceFirst),
            remembered: null,
            test.Clock.GetTimestamp());
        var lookup = test.Client.Parts.Context.Reconciliation.Lookup;
        return await test.Clock.RunToEnd(
            lookup.FindAsync(
                Expected,
                sent,
                isOver: false,
                options,
                static () => TimeSpan.FromMinutes(1),
                TestContext.Current.CancellationToken).AsTask());
    }

    private static Step Page(string[] rows, bool? hasMore = null, string? next = null, DateTimeOffset? serverNow = null)
    {
        var more = (hasMore is { } known ? $", \"has_more\": {(known ? "true" : "false")}" : "")
            + (next is null ? "" : $", \"more_starting_after\": \"{next}\"");
        return Steps.Respond(
            HttpStatusCode.OK,
            $$"""{"object":"list","data":[{{string.Join(',', rows)}}]{{more}}}""",
            ("Date", (serverNow ?? ServerNow).ToString("R", CultureInfo.InvariantCulture)));
    }

    private static string Other(string id, DateTimeOffset? created = null) => Row(id, "another", 100, created ?? ServerNow);

    private static string Mine(string id, DateTimeOffset created, long points = 100) => Row(id, "order-1", points, created);

    private static string Row(string id, string sourceId, long points, DateTimeOffset created) =>
        $$"""
        {"id":"{{id}}","source_id":"{{sourceId}}","type":"POINTS_ADDITION","created_at":"{{created:O}}",
        "details":{"balance":{"points":{{points}} } } }
        """;
}
