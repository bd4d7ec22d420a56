using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class TransferPointsTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string, PointsTransferItem[]> Refused { get; } = new()
    {
        { "items", [] },
        { "items[0]", [null!] },
        { "items[0].Code", [Item("")] },
        { "items[0].Code", [Item("..")] },
        { "items[0].Code", [Item("CARD")] },
        { "items[1].Code", [Item("A"), Item("A")] },
        { "items[0].Points", [Item("A", 0)] },
        { "items[1].Points", [Item("A"), Item("B", -1)] },
        { "items[0].Points", [Item("A", 9_007_199_254_740_992)] },
        { "items[0].SourceId", [Item("A") with { SourceId = " " }] },
        { "items[0].SourceId", [Item("A") with { SourceId = "a\nb" }] },
        { "items[0].SourceId", [Item("A") with { SourceId = new string('a', 256) }] },
        { "items[1].SourceId", [Item("A") with { SourceId = "s" }, Item("B") with { SourceId = "s" }] },
    };

    [Fact]
    public async Task A_transfer_sends_its_items_and_returns_the_receiving_card()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyMember"));

        var member = await test.Client.V1.Members.TransferPointsAsync(
            "CARD",
            "My program",
            [new() { Code = "A", Points = 100, Reason = "Merged", SourceId = "s-1" }, new() { Code = "B", Points = 2, SourceId = "s-2" }],
            cancellationToken: Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v1/loyalties/My%20program/members/CARD/transfers",
            """[{"code":"A","points":100,"reason":"Merged","source_id":"s-1"},{"code":"B","points":2,"source_id":"s-2"}]""");
        SampleResponses.AssertComplete("LoyaltyMember", member, V1Json.LoyaltyMember);
    }

    [Fact]
    public async Task Every_transfer_item_without_a_source_id_gets_its_own()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("LoyaltyMember"));

        await test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("A"), Item("B")], cancellationToken: Token);

        Assert.Matches(
            """^\[\{"code":"A","points":1,"source_id":"([0-9a-f]{32})"\},\{"code":"B","points":1,"source_id":"(?!\1)[0-9a-f]{32}"\}\]$""",
            test.Handler.Requests.Single().Body);
    }

    [Fact]
    public async Task A_transfer_is_never_repeated_after_a_lost_response()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("A")], cancellationToken: Token)));

        Assert.Equal(("CARD", "c"), (error.MemberId, error.CampaignId));
        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task A_transfer_whose_response_has_no_card_has_an_unknown_outcome()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("A")], cancellationToken: Token)));
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task A_transfer_with_invalid_items_is_refused_before_anything_is_sent(string named, PointsTransferItem[] request)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.MemberJson));

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => test.Client.V1.Members.TransferPointsAsync("CARD", "c", request));

        Assert.Equal(named, error.ParamName);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_transfer_with_invalid_ids_or_no_items_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.MemberJson));

        var campaign = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => test.Client.V1.Members.TransferPointsAsync("CARD", " ", [Item("A")]));
        var member = await Assert.ThrowsAnyAsync<ArgumentException>(() => test.Client.V1.Members.TransferPointsAsync("..", "c", [Item("A")]));
        var request = await Assert.ThrowsAnyAsync<ArgumentException>(() => test.Client.V1.Members.TransferPointsAsync("CARD", "c", null!));

        Assert.Equal(["campaignId", "receivingMemberId", "items"], [campaign.ParamName!, member.ParamName!, request.ParamName!]);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_resumed_transfer_that_is_found_on_the_giving_card_is_not_sent()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""
                {"data":[{"id":"vtx_1","source_id":"s-1","type":"POINTS_TRANSFER_OUT","details":{"balance":{"points":-1}}}],
                "has_more":false}
                """),
            Steps.Ok(Steps.MemberJson));

        var member = await test.Client.V1.Members.ResumeTransferAsync(
            "CARD", "c", [Item("A") with { SourceId = "s-1" }], cancellationToken: Token);

        Assert.True(member.Code.HasValue);
        Assert.Equal(
            ["/v1/loyalties/members/A/transactions", "/v1/loyalties/c/members/CARD"],
            test.Handler.Requests.Select(static request => request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task A_resumed_transfer_that_is_not_found_is_sent_once_after_its_window()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data":[],"has_more":false}"""), Steps.Ok("""{"data":[],"has_more":false}"""), Steps.Ok(Steps.MemberJson));
        var resume = new ResumeOptions { Prior = PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(189.5)) };

        await test.Clock.RunToEnd(
            test.Client.V1.Members.ResumeTransferAsync("CARD", "c", [Item("A") with { SourceId = "s-1" }], resume, cancellationToken: Token));

        Assert.Equal([HttpMethod.Get, HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_resumed_transfer_without_source_ids_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.MemberJson));

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => test.Client.V1.Members.ResumeTransferAsync(
                "CARD", "c", [Item("A") with { SourceId = "s-1" }, Item("B")], cancellationToken: Token));

        Assert.Equal(("items[1].SourceId", 0), (error.ParamName, test.Attempts));
    }

    [Fact]
    public async Task The_exception_of_an_unknown_transfer_holds_the_items_to_resume()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(
                test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("A"), Item("B")], cancellationToken: Token)));

        Assert.Equal(["A", "B"], error.Transfer!.Select(static item => item.Code));
        Assert.All(error.Transfer!, static item => Assert.Equal(32, item.SourceId!.Length));
        Assert.Contains(error.SourceId, error.Transfer!.Select(static item => item.SourceId));
    }

    [Fact]
    public async Task A_transfer_that_was_found_is_never_reported_as_failed()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""
                {"data":[null,{"id":"vtx_1","source_id":"s-1","type":"POINTS_TRANSFER_OUT",
                "details":{"balance":{"points":-1}}}],"has_more":false}
                """),
            Steps.Respond(System.Net.HttpStatusCode.Forbidden));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.Members.ResumeTransferAsync("CARD", "c", [Item("A") with { SourceId = "s-1" }], cancellationToken: Token));

        Assert.Contains("was found in the transactions", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("is not in the transactions", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_page_of_transactions_with_a_null_row_is_not_the_last()
    {
        var rows = string.Join(',', Enumerable.Range(0, 99).Select(static number => $$"""{"id":"vtx_{{number}}"}"""));
        using var test = new ScriptedClient(
            Steps.Ok($$"""{"data":[null,{{rows}}]}"""),
            Steps.Ok("""{"data":[{"id":"vtx_x","source_id":"s-1","type":"POINTS_TRANSFER_OUT","details":{"balance":{"points":-1}}}]}"""),
            Steps.Ok(Steps.MemberJson));

        await test.Client.V1.Members.ResumeTransferAsync("CARD", "c", [Item("A") with { SourceId = "s-1" }], cancellationToken: Token);

        Assert.Equal([HttpMethod.Get, HttpMethod.Get, HttpMethod.Get], test.Handler.Requests.Select(static request => request.Method));
        Assert.Contains("starting_after_id=vtx_98", test.Handler.Requests[1].Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transfer_moves_points() => Assert.True(V1Operations.TransferPoints.MovesPoints);

    private static PointsTransferItem Item(string code, long points = 1) => new() { Code = code, Points = points };
}
