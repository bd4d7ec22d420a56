using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class ReconciliationTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(10);

    public static TheoryData<SandboxFault> AppliedButUnknown { get; } =
    [
        SandboxFault.LoseResponse, SandboxFault.HangAfter, SandboxFault.ServerErrorAfter, SandboxFault.GatewayErrorAfter,
        SandboxFault.RequestTimeoutAfter, SandboxFault.Truncate, SandboxFault.Garble, SandboxFault.EmptyBody,
    ];

    public static TheoryData<SandboxFault> NotAppliedButUnknown { get; } =
    [
        SandboxFault.LoseRequest, SandboxFault.HangBefore, SandboxFault.ServerErrorBefore, SandboxFault.GatewayErrorBefore,
        SandboxFault.RequestTimeoutBefore, SandboxFault.Redirect,
    ];

    [Theory, MemberData(nameof(AppliedButUnknown))]
    public async Task An_adjustment_that_was_applied_is_found_and_never_sent_again(SandboxFault fault)
    {
        using var rig = new SandboxRig();

        var result = await rig.Run(rig.AdjustAsync("order-1", 100, [fault]));

        Assert.True(result.Recovered);
        Assert.Equal(1100, result.Balance);
        Assert.Equal("order-1", result.SourceId);
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(AppliedButUnknown))]
    public async Task An_adjustment_that_is_applied_late_is_found_within_the_window(SandboxFault fault)
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(4));

        var result = await rig.Run(rig.AdjustAsync("order-1", -100, [fault]));

        Assert.True(result.Recovered);
        Assert.Equal(900, result.Balance);
        Assert.Equal(["order-1:-100"], rig.Effects);
    }

    [Theory, MemberData(nameof(NotAppliedButUnknown))]
    public async Task An_adjustment_that_was_not_applied_is_sent_again_after_the_window(SandboxFault fault)
    {
        using var rig = new SandboxRig();
        var started = rig.Clock.GetUtcNow();

        var result = await rig.Run(rig.AdjustAsync("order-1", 100, [fault], Patient));

        Assert.False(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
        var window = fault is SandboxFault.ServerErrorBefore
            ? ReconciliationDefaults.ServiceErrorWindow
            : ReconciliationDefaults.NoAnswerWindow;
        Assert.InRange(rig.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(21));
    }

    [Fact]
    public async Task A_call_with_a_short_timeout_gets_an_exception_instead_of_waiting_for_the_window()
    {
        using var rig = new SandboxRig();
        var started = rig.Clock.GetUtcNow();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest])));

        Assert.Equal(started, error.LastSentAt);
        Assert.InRange(rig.Clock.GetUtcNow() - started, TimeSpan.Zero, LoyaltyClientDefaults.TotalTimeout);
        Assert.Empty(rig.Effects);
    }

    [Theory]
    [InlineData(189_999, 1)]
    [InlineData(190_001, 2)]
    public async Task An_adjustment_has_one_effect_if_the_service_applies_it_within_the_window(int arrivesAfter, int effects)
    {
        // The documented boundary, from both sides. A stronger promise is impossible, since the service does not document that a source_id
        // is unique.
        using var rig = new SandboxRig();
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromMilliseconds(arrivesAfter);

        var result = await rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate], Patient));
        rig.Clock.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal(effects == 1, result.Recovered);
        Assert.Equal(Enumerable.Repeat("order-1:100", effects), rig.Effects);
    }

    [Fact]
    public async Task An_unknown_outcome_is_settled_by_a_later_resume()
    {
        using var rig = new SandboxRig();
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(90);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate])));

        rig.Clock.Advance(TimeSpan.FromSeconds(60));
        var result = await rig.Run(rig.ResumeAsync("order-1"));

        Assert.True(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_message_that_is_redelivered_after_a_crash_is_applied_once()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        rig.Restart();

        var result = await rig.Run(rig.ResumeAsync("order-1"));

        Assert.True(result.Recovered);
        Assert.Equal(1100, result.Balance);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_resumed_adjustment_that_was_never_sent_is_sent_after_the_window()
    {
        using var rig = new SandboxRig();
        var started = rig.Clock.GetUtcNow();

        var result = await rig.Run(
            rig.ResumeAsync("order-1", prior: PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(100)), timeout: Patient));

        Assert.False(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.InRange(rig.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(91));
    }

    [Fact]
    public async Task A_resume_long_after_the_send_does_not_wait_for_the_window()
    {
        using var rig = new SandboxRig();
        var started = rig.Clock.GetUtcNow();

        await rig.Run(rig.ResumeAsync("order-1", prior: PriorAttempt.ElapsedSinceSend(TimeSpan.FromHours(1))));

        Assert.Equal(started, rig.Clock.GetUtcNow());
        Assert.Equal(1, rig.Lookups);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_resume_of_an_adjustment_that_was_certainly_never_sent_skips_the_lookup()
    {
        using var rig = new SandboxRig();

        await rig.Run(rig.ResumeAsync("order-1", prior: PriorAttempt.None));

        Assert.Equal(0, rig.Lookups);
        Assert.Equal(1, rig.Posts);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(-100)]
    public async Task A_source_id_of_another_adjustment_is_a_conflict_and_nothing_is_sent(long points)
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1", 100));

        // Only when this adjustment can no longer be applied. Until then its outcome is unknown, even if another one has the id.
        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => rig.Run(rig.ResumeAsync("order-1", points, timeout: Patient)));

        Assert.Equal("order-1", error.SourceId);
        Assert.Equal(100, error.Existing?.Details?.Balance?.Points);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_transaction_is_found_behind_hundreds_of_newer_ones()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        for (var i = 0; i < 350; i++)
        {
            await rig.Run(rig.AdjustAsync($"noise-{i}", 1));
        }

        rig.Restart();
        var result = await rig.Run(rig.ResumeAsync("order-1"));

        Assert.True(result.Recovered);
        Assert.Equal(1100, result.Balance);
        Assert.Equal(4, rig.Lookups);
    }

    [Fact]
    public async Task A_lookup_goes_back_no_further_than_the_first_send()
    {
        using var rig = new SandboxRig();
        for (var i = 0; i < 350; i++)
        {
            await rig.Run(rig.AdjustAsync($"old-{i}", 1));
        }

        rig.Clock.Advance(TimeSpan.FromMinutes(5));
        await rig.Run(
            rig.ResumeAsync("order-1", prior: PriorAttempt.ElapsedSinceSend(TimeSpan.FromMinutes(3.9), TimeSpan.FromMinutes(3.9))));

        Assert.Equal(1, rig.Lookups);
    }

    [Fact]
    public async Task A_lookup_is_correct_with_a_wrong_local_clock()
    {
        // The client's clock is five minutes ahead of the service's. By its time, the lookup would stop before the transaction.
        using var rig = new SandboxRig(configure: static options => options.TimeProvider = new AheadClock(options.TimeProvider));
        for (var i = 0; i < 120; i++)
        {
            await rig.Run(rig.AdjustAsync($"old-{i}", 1));
        }

        var result = await rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseResponse]));

        Assert.True(result.Recovered);
    }

    [Fact]
    public async Task A_duplicate_source_id_is_rejected_if_nothing_was_sent_before()
    {
        using var rig = new SandboxRig(repeatedSourceId: SandboxPolicy.Reject);
        await rig.Run(rig.AdjustAsync("order-1"));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Run(rig.AdjustAsync("order-1")));

        Assert.Equal(LoyaltyErrorKeys.DuplicateSourceId, error.Key);
    }

    [Fact]
    public async Task A_duplicate_source_id_after_an_unknown_attempt_is_looked_up()
    {
        // The first request arrives just after the window, so the service rejects the second one.
        using var rig = new SandboxRig(repeatedSourceId: SandboxPolicy.Reject);
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(191);
        rig.Sandbox.Faults.Next(SandboxFault.DeliverLate);
        rig.Sandbox.Faults.AppliesTo = SandboxFaultTargets.Writes;
        rig.Sandbox.Faults[SandboxFault.Throttle] = 0;

        var call = rig.AdjustAsync("order-1", timeout: Patient);
        while (rig.Clock.GetUtcNow() < rig.Clock.Start + TimeSpan.FromSeconds(189) && !call.IsCompleted)
        {
            rig.Clock.Step();
        }

        rig.Sandbox.Faults.Next(SandboxFault.RefuseConnection);
        rig.Clock.Advance(TimeSpan.Zero);
        var result = await rig.Run(call);

        Assert.Equal(1100, result.Balance);
        Assert.Single(rig.Effects);
    }

    [Fact]
    public async Task A_cancellation_while_the_outcome_is_unknown_is_reported_as_unknown()
    {
        using var rig = new SandboxRig();
        using var cancellation = new CancellationTokenSource();
        var call = rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest], cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal("order-1", error.SourceId);
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_send_guard_is_asked_before_each_POST_and_can_prevent_it()
    {
        using var rig = new SandboxRig();
        var asked = 0;
        var resume = new ResumeOptions
        {
            Prior = PriorAttempt.None,
            OutsideQueue = true,
            SendGuard = _ => new ValueTask<bool>(++asked == 1),
        };
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => rig.Run(rig.ResumeAsync("order-1", resume: resume, timeout: Patient)));

        Assert.Equal(2, asked);
        Assert.Empty(rig.Effects);
    }

    [Fact]
    public async Task A_lost_reply_to_a_transfer_is_found_on_the_source_card()
    {
        using var rig = new SandboxRig();
        var campaign = rig.Sandbox.V1.GetCard(SandboxRig.Card).CampaignId;
        rig.Sandbox.Faults.Next(SandboxFault.LoseResponse);

        var member = await rig.Run(
            rig.Client.V1.Members.TransferPointsAsync(SandboxRig.Card, campaign, [new PointsTransferItem { Code = "OTHER", Points = 70 }]));

        Assert.Equal(1070, member.LoyaltyCard?.Balance);
        Assert.Equal(930, rig.Sandbox.V1.GetCard("OTHER").Balance);
    }

    [Fact]
    public async Task A_conflict_after_a_send_leaves_the_outcome_unknown()
    {
        // The service accepts a source_id twice. The new adjustment was sent too, and may still be applied.
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1", 50));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest])));

        Assert.IsType<LoyaltySourceIdConflictException>(error.InnerException);
    }

    [Fact]
    public async Task A_users_handler_that_repeats_an_adjustment_is_stopped()
    {
        using var test = new ScriptedClient(
            static client => client.WithUserHandler(new RepeatingHandler()),
            Steps.LoseConnection(),
            Steps.Ok("""{"object":"list","data":[]}"""));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task An_absurdly_long_time_since_the_first_send_searches_the_full_history()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        for (var i = 0; i < 120; i++)
        {
            await rig.Run(rig.AdjustAsync($"noise-{i}", 1));
        }

        var result = await rig.Run(
            rig.ResumeAsync("order-1", prior: PriorAttempt.ElapsedSinceSend(TimeSpan.FromHours(1), TimeSpan.MaxValue)));

        Assert.True(result.Recovered);
    }

    private sealed class AheadClock(TimeProvider clock) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }
}
