using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>What a caller hears that follows the id of a write whose outcome was unknown.</summary>
public sealed class WaitForOutcomeTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(190);

    [Fact]
    public async Task It_says_the_result_of_what_was_applied()
    {
        using var rig = new SandboxRig();
        var error = await DeliverLate(rig);

        var outcome = await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal(WriteOutcomeKind.Applied, outcome.Kind);
        Assert.Equal(("order-1", true), (outcome.Result!.SourceId, outcome.Result.Recovered));
    }

    [Fact]
    public async Task It_follows_a_send_that_was_made_in_the_meantime()
    {
        using var rig = new SandboxRig();
        var error = await LoseRequest(rig);
        rig.Clock.Advance(Window);
        var again = rig.OnceAsync("order-1");

        var outcome = await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal(WriteOutcomeKind.Applied, outcome.Kind);
        await rig.Run(again);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_verdict_that_is_read_late_is_not_about_the_send_after_it()
    {
        using var rig = new SandboxRig();
        var error = await LoseRequest(rig);
        await rig.Run(error.WaitForOutcomeAsync());
        rig.DeliverLate(TimeSpan.FromSeconds(5));
        var again = rig.OnceAsync("order-1");
        Assert.Equal(2, rig.Posts);

        var outcome = error.WaitForOutcomeAsync();

        Assert.False(outcome.IsCompleted);
        Assert.Equal(WriteOutcomeKind.Applied, (await rig.Run(outcome)).Kind);
        await rig.Run(again);
    }

    [Fact]
    public async Task A_plain_call_that_sends_it_again_is_followed_too()
    {
        using var rig = new SandboxRig();
        var error = await LoseRequest(rig);
        await rig.Run(error.WaitForOutcomeAsync());
        var again = rig.AdjustAsync("order-1", faults: [SandboxFault.HangBefore], timeout: TimeSpan.FromMinutes(10));

        var outcome = error.WaitForOutcomeAsync();

        Assert.False(outcome.IsCompleted);
        await rig.Run(again);
        Assert.Equal(WriteOutcomeKind.Applied, (await rig.Run(outcome)).Kind);
    }

    [Fact]
    public async Task A_verdict_that_is_too_old_is_unknown()
    {
        using var rig = new SandboxRig();
        var error = await LoseRequest(rig);
        Assert.Equal(WriteOutcomeKind.NotApplied, (await rig.Run(error.WaitForOutcomeAsync())).Kind);

        rig.Clock.Advance(Window);
        Assert.Equal(WriteOutcomeKind.NotApplied, (await error.WaitForOutcomeAsync()).Kind);
        rig.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(WriteOutcomeKind.Unknown, (await error.WaitForOutcomeAsync()).Kind);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled_and_the_search_goes_on()
    {
        using var rig = new SandboxRig();
        var error = await DeliverLate(rig);
        using var cancellation = new CancellationTokenSource();
        var first = error.WaitForOutcomeAsync(cancellation.Token);
        var second = error.WaitForOutcomeAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(WriteOutcomeKind.Applied, (await rig.Run(second)).Kind);
    }

    [Fact]
    public async Task A_caller_that_stopped_waiting_for_another_call_follows_that_one()
    {
        using var rig = new SandboxRig();
        rig.Strike(SandboxFault.LoseRequest);
        var leader = rig.OnceAsync("order-1", options: new RequestOptions { Timeout = TimeSpan.FromMinutes(10) });
        var second = rig.OnceAsync("order-1", options: new RequestOptions { Timeout = TimeSpan.FromSeconds(1) });
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(second));

        var outcome = await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal(WriteOutcomeKind.Applied, outcome.Kind);
        await rig.Run(leader);
    }

    [Fact]
    public async Task A_transfer_is_followed_until_it_is_known()
    {
        using var rig = new SandboxRig();
        rig.Sandbox.V1.AddCampaign("program");
        rig.Sandbox.V1.AddCard("GIVER", 500, "program");
        rig.Sandbox.V1.AddCard("TAKER", 0, "program");
        rig.Strike(SandboxFault.LoseResponse);
        using var cancellation = new CancellationTokenSource();
        var transfer = rig.Client.V1.Members.TransferPointsAsync(
            "TAKER",
            "program",
            [new PointsTransferItem { Code = "GIVER", Points = 5, SourceId = "move-1" }],
            cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => transfer);

        var outcome = await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal((WriteOutcomeKind.Applied, null), (outcome.Kind, outcome.Result));
    }

    [Fact]
    public async Task A_call_that_has_learned_nothing_does_not_end_the_search_for_a_send_that_it_does_not_know()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue);
        var error = await DeliverLate(rig);
        ResumeTests.FillMemory(rig.Client);
        await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => rig.Run(rig.AdjustAsync("order-1", faults: [.. Enumerable.Repeat(SandboxFault.RefuseConnection, 4)])));

        var outcome = await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal(WriteOutcomeKind.Applied, outcome.Kind);
    }

    [Fact]
    public async Task A_search_that_is_refused_ends_with_unknown()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection()], [Steps.Respond(System.Net.HttpStatusCode.Forbidden, """{"code":403,"key":"forbidden"}""")]));
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());
        var attempts = test.Attempts;

        Assert.Equal(WriteOutcomeKind.Unknown, (await error.WaitForOutcomeAsync()).Kind);
        Assert.Equal(attempts, test.Attempts);
    }

    private static Task<LoyaltyOutcomeUnknownException> LoseRequest(SandboxRig rig)
    {
        rig.Strike(SandboxFault.LoseRequest);
        return Unknown(rig);
    }

    private static Task<LoyaltyOutcomeUnknownException> DeliverLate(SandboxRig rig)
    {
        rig.DeliverLate(TimeSpan.FromSeconds(100));
        return Unknown(rig);
    }

    private static Task<LoyaltyOutcomeUnknownException> Unknown(SandboxRig rig) =>
        Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", timeout: TimeSpan.FromSeconds(20))));
}
