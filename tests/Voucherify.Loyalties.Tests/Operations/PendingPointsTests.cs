using System.Net;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

public sealed class PendingPointsTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "/v1/loyalties/members/CARD/pending-points")]
    [InlineData("My program", "/v1/loyalties/My%20program/members/CARD/pending-points")]
    public async Task A_members_pending_points_are_listed_on_both_routes(string? campaignId, string path)
    {
        using var test = new ScriptedClient(SampleResponses.Ok("PendingPointsList"));
        var query = new ListMemberPendingPointsQuery { Limit = 5, Order = PendingPointsOrder.IdDescending, StartingAfterId = "lopp_0" };

        var page = await test.Client.V1.PendingPoints.ListMemberPendingPointsPageAsync("CARD", query, campaignId, cancellationToken: Token);

        test.AssertSent(HttpMethod.Get, $"{path}?limit=5&order=-id&starting_after_id=lopp_0", null);
        SampleResponses.AssertComplete("PendingPointsList", page, V1Json.PendingPointsList);
    }

    [Fact]
    public async Task All_pending_points_of_a_program_are_listed_page_by_page()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"data":[{"id":"lopp_1"}],"has_more":true,"more_starting_after":"lopp_1"}"""),
            Steps.Ok("""{"data":[{"id":"lopp_2"}],"has_more":false}"""));

        var ids = new List<string?>();
        var list = test.Client.V1.PendingPoints.ListCampaignPendingPointsAsync("camp_1", new() { Limit = 1 }, cancellationToken: Token);
        await foreach (var entry in list)
        {
            ids.Add(entry.Id);
        }

        Assert.Equal(["lopp_1", "lopp_2"], ids);
        Assert.Equal(
            ["/v1/loyalties/camp_1/pending-points?limit=1", "/v1/loyalties/camp_1/pending-points?limit=1&starting_after_id=lopp_1"],
            test.Handler.Requests.Select(request => request.Uri.PathAndQuery));
    }

    [Fact]
    public async Task An_activation_of_pending_points_has_no_body_and_returns_the_balance()
    {
        using var test = new ScriptedClient(Empty(SampleResponses.Ok("BalanceResult")));

        var balance = await test.Client.V1.PendingPoints.ActivatePendingPointsAsync("CARD", "lopp_1", cancellationToken: Token);

        test.AssertSent(HttpMethod.Post, "/v1/loyalties/members/CARD/pending-points/lopp_1/activate", null);
        SampleResponses.AssertComplete("BalanceResult", balance, V1Json.BalanceResult);
    }

    [Fact]
    public async Task A_cancellation_of_pending_points_has_no_body_and_no_result()
    {
        using var test = new ScriptedClient(Empty(Steps.Respond(HttpStatusCode.NoContent)));

        await test.Client.V1.PendingPoints.CancelPendingPointsAsync("CARD", "lopp_1", cancellationToken: Token);

        test.AssertSent(HttpMethod.Post, "/v1/loyalties/members/CARD/pending-points/lopp_1/cancel", null);
    }

    [Fact]
    public async Task An_adjustment_of_pending_points_is_relative_and_returns_their_total()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("BalanceResult"));

        var balance = await test.Client.V1.PendingPoints.AdjustPendingPointsAsync(
            "CARD", "lopp_1", new() { Points = -5 }, cancellationToken: Token);

        test.AssertSent(HttpMethod.Post, "/v1/loyalties/members/CARD/pending-points/lopp_1/balance", """{"points":-5}""");
        SampleResponses.AssertComplete("BalanceResult", balance, V1Json.BalanceResult);
    }

    [Fact]
    public async Task The_documented_response_to_an_adjustment_of_pending_points_is_read_without_a_balance()
    {
        using var test = new ScriptedClient(Steps.Ok(
            """{"points":5,"total":16,"object":"balance","related_object":{"type":"voucher","id":"v_1"},"operation_type":"MANUAL"}"""));

        var balance = await test.Client.V1.PendingPoints.AdjustPendingPointsAsync(
            "CARD", "lopp_1", new() { Points = 5 }, cancellationToken: Token);

        Assert.Equal((5, 16, null), (balance.Points, balance.Total, balance.Balance));
        Assert.Equal(OperationType.Manual, balance.OperationType);
    }

    [Fact]
    public async Task A_change_of_pending_points_is_never_repeated_after_a_lost_response()
    {
        foreach (var write in Writes)
        {
            using var test = new ScriptedClient(Steps.LoseConnection());

            var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => write(test.Client.V1.PendingPoints, "CARD", "lopp_1"));

            Assert.Equal("CARD", error.MemberId);
            Assert.Equal(1, test.Attempts);
        }
    }

    [Fact]
    public async Task A_change_of_pending_points_whose_response_has_no_number_has_an_unknown_outcome()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.PendingPoints.ActivatePendingPointsAsync("CARD", "lopp_1", cancellationToken: Token));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Client.V1.PendingPoints.AdjustPendingPointsAsync("CARD", "lopp_1", new() { Points = 1 }, cancellationToken: Token));
    }

    [Fact]
    public async Task Pending_points_in_the_wrong_state_are_rejected_with_the_key_of_the_error()
    {
        using var test = new ScriptedClient(Steps.Respond(
            HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_pending_points_state","message":"Invalid pending points state"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => test.Client.V1.PendingPoints.CancelPendingPointsAsync("CARD", "lopp_1", cancellationToken: Token));

        Assert.Equal(LoyaltyErrorKeys.InvalidPendingPointsState, error.Key);
    }

    [Fact]
    public async Task Ids_of_pending_points_are_checked_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        foreach (var write in Writes)
        {
            Assert.Equal(
                "memberId",
                (await Assert.ThrowsAnyAsync<ArgumentException>(() => write(test.Client.V1.PendingPoints, "..", "lopp_1"))).ParamName);
            Assert.Equal(
                "pendingPointsId",
                (await Assert.ThrowsAnyAsync<ArgumentException>(() => write(test.Client.V1.PendingPoints, "CARD", " "))).ParamName);
        }

        Assert.Throws<ArgumentNullException>(
            "request", () => { _ = test.Client.V1.PendingPoints.AdjustPendingPointsAsync("CARD", "lopp_1", null!); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Limit", () => { _ = test.Client.V1.PendingPoints.ListCampaignPendingPointsAsync("c", new() { Limit = 101 }); });
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public void Only_the_activation_of_pending_points_waits_for_the_card()
    {
        Assert.True(V1Operations.ActivatePendingPoints.MovesPoints);
        Assert.False(V1Operations.AdjustPendingPoints.MovesPoints);
        Assert.False(V1Operations.CancelPendingPoints.MovesPoints);
    }

    private static IEnumerable<Func<IPendingPointsClient, string, string, Task>> Writes =>
    [
        static (client, memberId, id) => client.ActivatePendingPointsAsync(memberId, id),
        static (client, memberId, id) => client.AdjustPendingPointsAsync(memberId, id, new() { Points = 1 }),
        static (client, memberId, id) => client.CancelPendingPointsAsync(memberId, id),
    ];

    /// <summary>Asserts that the request has content, and that it is empty.</summary>
    private static Step Empty(Step next) => (request, cancellationToken) =>
    {
        Assert.Equal(0, request.Content?.Headers.ContentLength);
        return next(request, cancellationToken);
    };
}
