using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>What the errors of adjustments and transfers say. Each has to lead to the next step.</summary>
public sealed class ReconciliationErrorTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    private const string GivenAway =
        """
        {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_TRANSFER_OUT",
        "details":{"balance":{"points":70}}}],"has_more":false}
        """;

    [Fact]
    public async Task The_error_of_a_transfer_whose_response_cannot_be_created_says_that_it_was_found()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection()], [Steps.Ok(GivenAway), Steps.Respond(HttpStatusCode.Forbidden, """{"key":"forbidden"}""")]));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(
            test.Client.V1.Members.TransferPointsAsync(
                "CARD", "c", [new PointsTransferItem { Code = "A", Points = 70, SourceId = "order-1" }])));

        Assert.Equal(
            "TransferPoints with source_id 'order-1' for 'CARD' was sent. It was found in the transactions, but its response could not be "
            + "created: do not send it again, resume it. Voucherify responded with 403 forbidden",
            error.Message);
        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task The_error_of_a_resume_says_when_the_adjustment_may_have_been_sent()
    {
        using var test = new ScriptedClient(Steps.Ok(Empty));
        var resume = new ResumeOptions { Prior = PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(90)) };

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(
            test.Client.V1.Members.ResumeAdjustmentAsync(
                "CARD", Adjustment(), resume, options: new RequestOptions { Timeout = TimeSpan.FromSeconds(1) })));

        Assert.Equal(
            "AdjustBalance with source_id 'order-1' for 'CARD' was not sent by this call, but may have been sent before, at "
            + "2026-01-15 11:58:30Z at the latest. It was not found in the transactions, and whether it was or will be applied is not "
            + "known. Resume it later.",
            error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_error_of_a_caller_that_stops_waiting_for_another_call_says_why(bool cancels)
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var other = Once(test, TimeSpan.FromMinutes(5));
        var waiting = Once(test, TimeSpan.FromSeconds(1), cancellation.Token);
        if (cancels)
        {
            await cancellation.CancelAsync();
        }

        var error = await Record.ExceptionAsync(() => test.Clock.RunToEnd(waiting));

        Assert.IsType(cancels ? typeof(LoyaltyOperationCanceledException) : typeof(LoyaltyOutcomeUnknownException), error);
        Assert.Equal(
            "AdjustBalance waited for another call with source_id 'order-1' for 'CARD', and "
            + $"{(cancels ? "this caller cancelled" : "it did not end in time")}: whether it was applied is not known. "
            + "Make the call again.",
            error.Message);
        await Record.ExceptionAsync(() => test.Clock.RunToEnd(other));
    }

    [Fact]
    public async Task The_error_of_an_id_that_another_adjustment_has_says_how_they_differ()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.OnceAsync("order-1"));

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.OnceAsync("order-1", points: 200));

        Assert.Equal(
            "This client has another adjustment of 'CARD' with source_id 'order-1', under way or applied: 100 points, not 200, or with "
            + "another expiration. Nothing was sent.",
            error.Message);
    }

    [Fact]
    public async Task The_error_of_an_adjustment_that_is_cancelled_in_flight_says_what_to_look_for()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var call = test.AdjustLater(cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal(
            "AdjustBalance was cancelled after it may have been sent: whether it was applied is not known. Look for source_id 'order-1' in "
            + "the transactions of 'CARD' before you send it again.",
            error.Message);
    }

    [Fact]
    public async Task The_error_of_a_redemption_that_is_cancelled_in_flight_has_no_id_to_look_for()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var call = test.Client.V1.Redemptions.RedeemRewardAsync(
            "CARD", new RedeemRewardRequest { Reward = new() { Id = "rew_1" } }, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal("RedeemReward was cancelled after it may have been sent: whether it was applied is not known.", error.Message);
    }

    [Fact]
    public async Task The_error_of_a_turn_that_does_not_come_says_that_nothing_was_sent()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromSeconds(5));
        _ = rig.AdjustAsync("order-1", faults: [SandboxFault.HangBefore]);

        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => rig.Run(rig.AdjustAsync("order-2")));

        Assert.Equal(
            "The turn for the card did not come within 00:00:05 (Ordering.MaxQueueWait): nothing was sent.", error.Message);
    }

    private static AdjustBalanceRequest Adjustment() => new() { Points = 100, SourceId = "order-1" };

    private static Task<BalanceResult> Once(ScriptedClient test, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        test.Client.V1.Members.AdjustBalanceOnceAsync(
            "CARD", Adjustment(), options: new RequestOptions { Timeout = timeout }, cancellationToken: cancellationToken);
}
