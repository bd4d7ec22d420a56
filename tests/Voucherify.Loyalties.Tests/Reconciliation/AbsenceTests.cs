using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>A write is sent again only if its absence is proven. The lists here do not prove it.</summary>
public sealed class AbsenceTests
{
    private const string EmptyList = """{"object":"list","data":[],"has_more":false}""";

    private readonly SteppingClock _clock = new();

    private string Now => Date(TimeSpan.Zero);

    [Fact]
    public Task A_fresh_list_without_the_write_proves_absence() => SendsAgain([List(Row("vtx_2", "other", 5))]);

    [Fact]
    public Task A_list_in_ascending_order_proves_nothing() => NeverSendsAgain(
        List(Row("vtx_1", "a", 1, hours: -2), Row("vtx_2", "b", 2, hours: -1)));

    [Theory]
    [InlineData("vtx_2", false)]
    [InlineData("vtx_1", false)]
    [InlineData("vtx_0", true)]
    public Task Rows_of_the_same_time_are_in_order_only_if_their_ids_are(string olderId, bool isInOrder)
    {
        var list = List(Row("vtx_1", "a", 1, hours: -2), Row(olderId, "b", 2, hours: -2));

        return isInOrder ? SendsAgain([list]) : NeverSendsAgain(list);
    }

    [Fact]
    public Task Rows_of_clocks_that_differ_a_little_are_in_order_if_their_ids_are() =>
        SendsAgain([List(Row("vtx_2", "a", 1, hours: -1.001), Row("vtx_1", "b", 2, hours: -1))]);

    [Theory]
    [InlineData("vtx_1", 59, true)]
    [InlineData("vtx_1", 60, false)]
    [InlineData("vtx_2", 59, false)]
    public Task Rows_that_differ_by_a_minute_or_have_the_same_id_are_not_in_order(string olderId, int seconds, bool isInOrder)
    {
        var list = List(Row("vtx_2", "a", 1, hours: -1), Row(olderId, "b", 2, hours: -1 + (seconds / 3600d)));

        return isInOrder ? SendsAgain([list]) : NeverSendsAgain(list);
    }

    [Fact]
    public Task Rows_out_of_order_over_two_pages_prove_nothing() => NeverSendsAgain(
        Part("""
                "has_more":true,"more_starting_after":"vtx_1"
                """, Row("vtx_1", "a", 1, hours: -0.01)),
        List(Row("vtx_8", "b", 2, hours: -0.005)));

    [Theory]
    [InlineData("""
        "more_starting_after":"vtx_8"
        """)]
    [InlineData("""
        "has_more":false,"more_starting_after":"vtx_8"
        """)]
    public async Task A_cursor_is_followed_whatever_has_more_says(string more)
    {
        var first = Part(more, Row("vtx_9", "other", 5));
        var second = List(Row("vtx_7", "order-1", 100));

        var test = await Run([first, second]);

        Assert.Equal((1, 2), (Posts(test), test.Attempts - 1));
    }

    [Fact]
    public Task A_circle_of_cursors_proves_nothing() => NeverSendsAgain(
        Part("""
                "has_more":true,"more_starting_after":"B"
                """, Row("vtx_9", "a", 1)),
        Part("""
                "has_more":true,"more_starting_after":"A"
                """, Row("vtx_8", "a", 1)),
        Part("""
                "has_more":true,"more_starting_after":"B"
                """, Row("vtx_7", "a", 1)));

    [Theory]
    [InlineData("17")]
    [InlineData(" 1")]
    [InlineData("old")]
    public Task A_page_with_an_age_proves_nothing(string age) => NeverSendsAgain(ListWith([("Age", age)]));

    [Fact]
    public async Task The_error_says_why_a_list_proves_nothing()
    {
        Assert.EndsWith(
            "The list of transactions comes from a cache, or is older than the write could still be applied: it proves nothing.",
            await ErrorOf(ListWith([("Age", "5")])),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "The list of transactions is not ordered from new to old: it proves nothing.",
            await ErrorOf(List(Row("vtx_1", "a", 1, hours: -2), Row("vtx_2", "b", 2, hours: -1))),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "The transaction vtx_1 of 'CARD' is of the same kind, and may be this write although its source_id or its points differ:"
                + " check it by hand.",
            await ErrorOf(List(Row("vtx_1", "Order-1", 100))),
            StringComparison.Ordinal);
    }

    [Fact]
    public Task A_page_that_a_delivery_network_has_just_fetched_counts() => SendsAgain([ListWith([("Age", "0")])]);

    [Fact]
    public async Task A_page_from_before_the_end_of_the_window_proves_nothing()
    {
        var old = Date(TimeSpan.FromMinutes(-10));

        await NeverSendsAgain(Steps.Respond(HttpStatusCode.OK, EmptyList, ("Date", old)));
    }

    [Fact]
    public async Task The_service_says_what_time_it_is_if_this_machine_is_wrong()
    {
        // Ten minutes behind this machine, but in step with the error of the service.
        Step Late(Step step) => async (request, cancellationToken) =>
        {
            var response = await step(request, cancellationToken);
            response.Headers.Remove("Date");
            response.Headers.TryAddWithoutValidation("Date", Date(TimeSpan.FromMinutes(-10)));
            return response;
        };
        using var test = new ScriptedClient(
            client => client.WithClock(_clock),
            Steps.ByMethod(
                [Late(Steps.Respond(HttpStatusCode.InternalServerError)), Steps.Ok(Steps.BalanceJson)],
                [Late(Steps.Ok(EmptyList))]));

        await _clock.RunToEnd(Adjust(test));

        Assert.Equal(2, Posts(test));
    }

    [Fact]
    public async Task Lookups_ask_caches_for_a_fresh_list()
    {
        using var test = await Run([List(Row("vtx_1", "order-1", 100))]);

        Assert.Equal("no-cache", test.Handler.Requests[1].Header("Cache-Control"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task A_lookup_without_a_usable_date_reads_further_back(int? minutesAhead)
    {
        // The newer rows fill a page. The lost write is on the next one.
        (string, string)[] headers = minutesAhead is { } minutes ? [("Date", Date(TimeSpan.FromMinutes(minutes)))] : [("Date", "soon")];
        var newer = Enumerable.Range(0, 100).Select(i => Row($"vtx_{900 - i}", $"n-{i}", 1)).ToArray();
        var first = Steps.Respond(HttpStatusCode.OK, Json("\"has_more\":true", newer), headers);
        var second = List(Row("vtx_1", "order-1", 100));

        using var test = await Run([(request, cancellationToken) =>
        {
            var isSecond = request.RequestUri!.Query.Contains("starting_after_id", StringComparison.Ordinal);
            return (isSecond ? second : first)(request, cancellationToken);
        }]);

        Assert.Equal((1, 3), (Posts(test), test.Attempts));
    }

    [Theory]
    [InlineData("order-1 ")]
    [InlineData(" ORDER-1")]
    [InlineData("Order-1")]
    [InlineData("order-")]
    [InlineData("")]
    [InlineData(null)]
    public Task A_row_whose_id_was_changed_on_the_way_makes_the_outcome_unknown(string? listed) =>
        NeverSendsAgain(List(Row("vtx_1", listed, 100)));

    [Theory]
    [InlineData("order-2", 100L, 0d)]
    [InlineData("Order-1", 99L, 0d)]
    [InlineData(null, 100L, -1d)]
    [InlineData("order-12", 100L, 0d)]
    public Task Other_rows_do_not(string? listed, long points, double hours) =>
        SendsAgain([List(Row("vtx_1", listed, points, hours: hours))]);

    [Fact]
    public async Task A_name_that_has_another_form_of_unicode_is_never_told_apart()
    {
        using var test = await Run([List(Row("vtx_1", "cafe\u0301", 100))], sourceId: "café", isUnknown: true);

        Assert.Equal(1, Posts(test));
    }

    [Fact]
    public async Task A_conflict_is_certain_only_when_every_row_was_read()
    {
        var conflict = Row("vtx_9", "order-1", 500, hours: -0.1);
        using var found = await Run([
            Part("""
                "has_more":true,"more_starting_after":"vtx_9"
                """, conflict),
            List(Row("vtx_8", "order-1", 100, hours: -0.2))]);
        Assert.Equal(1, Posts(found));

        using var cached = await Run([ListWith([("Age", "5")], conflict)], isUnknown: true);
        Assert.Equal(1, Posts(cached));

        using var certain = NewClient([List(conflict)]);
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => _clock.RunToEnd(Adjust(certain)));
        Assert.Equal(1, Posts(certain));
    }

    [Theory]
    [InlineData(0, 0, "applied")]
    [InlineData(0, 7, "unknown")]
    [InlineData(-1, 0, "conflict")]
    [InlineData(-1, 7, "conflict")]
    public async Task A_removal_that_is_listed_with_fewer_points_is_judged_by_time_and_balance(double hours, long balance, string expected)
    {
        using var test = NewClient([List(Row("vtx_1", "order-1", 30, "POINTS_REMOVAL", hours, balance))]);

        var error = await Record.ExceptionAsync(() => _clock.RunToEnd(Adjust(test, points: -100)));

        Assert.Equal(
            expected switch
            {
                "applied" => null,
                "unknown" => typeof(LoyaltyOutcomeUnknownException),
                _ => typeof(LoyaltySourceIdConflictException),
            },
            error?.GetType());
        Assert.Equal(1, Posts(test));
    }

    [Fact]
    public async Task A_removal_that_took_less_and_lost_its_id_makes_the_outcome_unknown()
    {
        using var test = NewClient([List(Row("vtx_1", null, 30, "POINTS_REMOVAL", balance: 0))]);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => _clock.RunToEnd(Adjust(test, points: -100)));

        Assert.Equal(1, Posts(test));
    }

    [Fact]
    public async Task A_row_that_is_odd_elsewhere_does_not_hide_the_write()
    {
        using var test = await Run([List(
            """{"id":"vtx_3","source_id":"x","details":[],"created_at":""}""",
            """{"id":"vtx_2","source_id":"y","reason":"\ud83c","details":{"balance":{"points":100.5}}}""",
            Row("vtx_1", "order-1", 100))]);

        Assert.Equal((1, 2), (Posts(test), test.Attempts));
    }

    private static int Posts(ScriptedClient test) => test.Handler.Requests.Count(static request => request.Method == HttpMethod.Post);

    private async Task SendsAgain(Step[] lists)
    {
        using var test = await Run(lists);
        Assert.Equal(2, Posts(test));
    }

    private async Task NeverSendsAgain(params Step[] lists)
    {
        using var test = await Run(lists, isUnknown: true);
        Assert.Equal(1, Posts(test));
    }

    private async Task<string?> ErrorOf(Step list)
    {
        using var test = NewClient([list]);
        return (await Record.ExceptionAsync(() => _clock.RunToEnd(Adjust(test))))?.Message;
    }

    /// <summary>Loses the reply of an adjustment, and answers its lookups with these lists, again and again.</summary>
    private async Task<ScriptedClient> Run(Step[] lists, string sourceId = "order-1", bool isUnknown = false)
    {
        var test = NewClient(lists);
        var error = await Record.ExceptionAsync(() => _clock.RunToEnd(Adjust(test, sourceId: sourceId)));
        Assert.True(isUnknown == error is LoyaltyOutcomeUnknownException, error?.ToString());
        return test;
    }

    private ScriptedClient NewClient(Step[] lists)
    {
        var read = 0;
        return new(
            client => client.WithClock(_clock),
            Steps.ByMethod(
                [Steps.LoseConnection(), Steps.Ok(Steps.BalanceJson)],
                [(request, cancellationToken) => lists[read++ % lists.Length](request, cancellationToken)]));
    }

    private static Task<BalanceResult> Adjust(ScriptedClient test, long points = 100, string sourceId = "order-1") =>
        test.Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new AdjustBalanceRequest { Points = points, SourceId = sourceId },
            options: new RequestOptions { Timeout = TimeSpan.FromMinutes(20) });

    private Step List(params string[] rows) => ListWith([], rows);

    private Step ListWith((string, string)[] headers, params string[] rows) => Respond(headers, "\"has_more\":false", rows);

    private Step Part(string more, params string[] rows) => Respond([], more, rows);

    private Step Respond((string, string)[] headers, string more, string[] rows) => (request, cancellationToken) =>
        Steps.Respond(HttpStatusCode.OK, Json(more, rows), [("Date", Now), .. headers])(request, cancellationToken);

    private static string Json(string more, string[] rows) => $$"""{"object":"list","data":[{{string.Join(',', rows)}}],{{more}}}""";

    private string Row(
        string id, string? sourceId, long points, string type = "POINTS_ADDITION", double hours = 0, long balance = 600) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""
        {"id":"{{{id}}}","source_id":{{{(sourceId is null ? "null" : $"\"{sourceId}\"")}}},"type":"{{{type}}}",
        "created_at":"{{{_clock.GetUtcNow().AddHours(hours):O}}}","details":{"balance":{"points":{{{points}}},"balance":{{{balance}}} } } }
        """);

    private string Date(TimeSpan ahead) => (_clock.GetUtcNow() + ahead).ToString("R", CultureInfo.InvariantCulture);
}
