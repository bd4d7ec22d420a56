using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>What a caller learns who asks late, while other calls have the id.</summary>
public sealed class VerdictTests
{
    private const string Found =
        """{"data":[{"id":"vtx_1","source_id":"s-1","type":"POINTS_TRANSFER_OUT","details":{"balance":{"points":-1}}}]}""";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_wait_ends_when_the_client_is_disposed_while_a_call_with_the_id_is_under_way()
    {
        var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1")));
        var second = rig.OnceAsync("order-1");
        var outcome = error.WaitForOutcomeAsync();

        rig.Dispose();

        Assert.Equal(WriteOutcomeKind.Unknown, (await outcome).Kind);
        Assert.False(second.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(100, WriteOutcomeKind.Applied)]
    [InlineData(-100, WriteOutcomeKind.NotApplied)]
    public async Task A_call_with_other_points_that_finds_a_transaction_of_the_id_settles_the_first_call(int points, WriteOutcomeKind kind)
    {
        using var rig = NewRig();
        rig.Sandbox.Faults.Next(points > 0 ? SandboxFault.LoseResponse : SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", points, timeout: Second / 2)));
        if (points < 0)
        {
            using var other = new LoyaltyClient(rig.Sandbox.CreateClientOptions(), rig.Sandbox.CreateHandler());
            await other.V1.Members.AdjustBalanceAsync(SandboxRig.Card, 5, "order-1");
        }

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.ResumeAsync("order-1", points: 50)));

        Assert.Equal(kind, (await rig.Run(error.WaitForOutcomeAsync())).Kind);
    }

    [Fact]
    public async Task An_adjustment_with_other_points_that_is_applied_under_the_id_is_not_that_of_the_first_caller()
    {
        using var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", timeout: Second / 2)));
        var verdict = error.WaitForOutcomeAsync();

        var options = new RequestOptions { Timeout = 600 * Second };
        var prior = new AdjustOnceOptions { Prior = PriorAttempt.Unknown };
        var other = await rig.Run(rig.OnceAsync("order-1", 50, prior, options));

        rig.Clock.Advance(2 * Second);

        Assert.False(other.Recovered);
        Assert.Equal(["order-1:50"], rig.Effects);
        Assert.Equal(WriteOutcomeKind.NotApplied, (await rig.Run(verdict)).Kind);
    }

    [Fact]
    public async Task A_caller_that_takes_over_and_finds_the_write_settles_it_for_all()
    {
        using var rig = NewRig();
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = 9 * Second;
        rig.Sandbox.Faults.Next(SandboxFault.DeliverLate);
        var leader = rig.OnceAsync("order-1");
        rig.Clock.Advance(5 * Second);
        var second = rig.OnceAsync("order-1");

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(leader));

        Assert.True((await rig.Run(second)).Recovered);
        Assert.Equal(0, rig.Client.Parts.Context.Reconciliation.Unsettled.Count);
        Assert.Equal(WriteOutcomeKind.Applied, (await rig.Run(error.WaitForOutcomeAsync())).Kind);
    }

    [Fact]
    public async Task A_verdict_that_is_read_after_the_write_was_sent_again_knows_of_that_send()
    {
        using var rig = NewRig(static options => options.Reconciliation.Enabled = false);
        using var cancellation = new CancellationTokenSource();
        await rig.Run(rig.AdjustAsync("order-0"));
        var leader = rig.OnceAsync("order-1");
        var second = rig.OnceAsync("order-1", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => second);
        rig.Sandbox.Faults.Next(SandboxFault.PaymentRequired);
        await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Run(leader));
        rig.Sandbox.Faults.Next(SandboxFault.LoseResponse);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1")));

        var outcome = await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal(WriteOutcomeKind.Unknown, outcome.Kind);
        rig.Clock.Advance(5 * Second);
        Assert.Equal(["order-0:100", "order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_transfer_that_was_found_is_applied_even_if_its_response_cannot_be_created()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection()],
            [Steps.Ok(Found), Steps.Respond(HttpStatusCode.Forbidden, """{"code":403,"key":"missing_permission","message":"No."}""")]));
        PointsTransferItem[] items = [new() { Code = "GIVER", Points = 1, SourceId = "s-1" }];

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.Clock.RunToEnd(test.Client.V1.Members.TransferPointsAsync("CARD", "c", items)));

        Assert.Equal(WriteOutcomeKind.Applied, (await test.Clock.RunToEnd(error.WaitForOutcomeAsync())).Kind);
    }

    private static SandboxRig NewRig(Action<LoyaltyClientOptions>? configure = null)
    {
        var rig = new SandboxRig(applyLag: Second, options =>
        {
            options.Reconciliation.OutcomeTimeout = 10 * Second;
            configure?.Invoke(options);
        });
        rig.Sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        return rig;
    }
}
