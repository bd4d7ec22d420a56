using System.Globalization;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Ordering;

public sealed class OrderingTests
{
    [Fact]
    public async Task Calls_for_one_card_are_applied_in_the_order_of_the_calls()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));

        var calls = Enumerable.Range(0, 20).Select(i => rig.AdjustAsync($"order-{i}", i % 2 == 0 ? 50 : -50)).ToList();
        await rig.Run(Task.WhenAll(calls));
        rig.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Enumerable.Range(0, 20).Select(static i => $"order-{i}"), rig.Effects.Select(static effect => effect.Split(':')[0]));
    }

    [Fact]
    public async Task The_next_call_waits_until_the_previous_effect_has_settled()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));
        var started = rig.Clock.GetUtcNow();

        var first = rig.AdjustAsync("order-1");
        var second = rig.AdjustAsync("order-2");
        Assert.True(first.IsCompleted);
        Assert.False(second.IsCompleted);
        await rig.Run(second);

        Assert.Equal(TimeSpan.FromSeconds(2), rig.Clock.GetUtcNow() - started);
    }

    [Theory]
    [InlineData(1999, "order-1", "order-2")]
    [InlineData(2001, "order-2", "order-1")]
    public async Task The_order_of_a_card_holds_if_the_service_applies_within_the_settle_delay(
        int appliedAfter, string first, string second)
    {
        // The documented boundary, from both sides. The client cannot know that the service has not applied the first call yet.
        using var rig = new SandboxRig(configure: static options => options.Ordering.SettleDelay = TimeSpan.FromSeconds(2));
        rig.Sandbox.Faults.MinExtraLag = rig.Sandbox.Faults.MaxExtraLag = TimeSpan.FromMilliseconds(appliedAfter);

        var calls = Task.WhenAll(rig.AdjustAsync("order-1", 1, [SandboxFault.ExtraLag]), rig.AdjustAsync("order-2", 2));
        await rig.Run(calls);
        rig.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([first, second], rig.Effects.Select(static effect => effect.Split(':')[0]));
    }

    [Fact]
    public async Task A_call_does_not_wait_for_its_own_effect_to_settle()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));

        var call = rig.AdjustAsync("order-1");

        Assert.True(call.IsCompleted);
        Assert.Equal(0, rig.Lookups);
        await call;
    }

    [Fact]
    public async Task A_rejected_call_does_not_delay_the_next_one()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));

        var refused = rig.AdjustAsync("order-1", -100_000);
        var next = rig.AdjustAsync("order-2");

        await Assert.ThrowsAsync<LoyaltyApiException>(() => refused);
        Assert.True(next.IsCompletedSuccessfully);
        await next;
    }

    [Fact]
    public async Task An_effect_that_was_found_does_not_delay_the_next_call()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));

        var first = rig.AdjustAsync("order-1", 100, [SandboxFault.LoseResponse]);
        var second = rig.AdjustAsync("order-2");
        await rig.Run(first);

        Assert.True(second.IsCompletedSuccessfully);
        await second;
    }

    [Fact]
    public async Task Cards_do_not_wait_for_each_other()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));
        _ = rig.AdjustAsync("order-1", 100, [SandboxFault.HangBefore]);

        var other = rig.AdjustAsync("order-2", card: "OTHER");

        Assert.True(other.IsCompletedSuccessfully);
        await other;
    }

    [Fact]
    public async Task A_card_stays_closed_after_an_unknown_outcome_until_the_window_has_passed()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromMinutes(10));
        var started = rig.Clock.GetUtcNow();
        var lost = rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest]);
        var waiting = rig.AdjustAsync("order-2");

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(lost));
        Assert.False(waiting.IsCompleted);
        await rig.Run(waiting);

        Assert.Equal(ReconciliationDefaults.NoAnswerWindow, rig.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task A_resume_opens_the_card_and_goes_before_the_waiting_calls()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromMinutes(10));
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(70);
        var lost = rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate]);
        var waiting = rig.AdjustAsync("order-2");
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(lost));

        rig.Clock.Advance(TimeSpan.FromSeconds(25));
        var resumed = rig.ResumeAsync("order-1");

        Assert.True((await resumed).Recovered);
        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Equal(["order-1:100", "order-2:100"], rig.Effects);
        await waiting;
    }

    [Fact]
    public async Task A_card_stays_open_after_an_unknown_outcome_if_the_option_says_so()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue);
        var lost = rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest]);
        var waiting = rig.AdjustAsync("order-2", timeout: TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(lost));

        Assert.True(waiting.IsCompletedSuccessfully);
        await waiting;
    }

    [Fact]
    public async Task A_call_that_exceeds_MaxQueueWait_times_out_and_sends_nothing()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromSeconds(5));
        _ = rig.AdjustAsync("order-1", 100, [SandboxFault.HangBefore]);
        var waiting = rig.AdjustAsync("order-2");

        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => rig.Run(waiting));

        Assert.Contains("MaxQueueWait", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task The_total_timeout_starts_when_the_call_leaves_the_queue()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(20));

        var first = rig.AdjustAsync("order-1");
        var second = rig.AdjustAsync("order-2", timeout: TimeSpan.FromSeconds(5));

        await rig.Run(second);
        await first;
    }

    [Fact]
    public async Task A_cancelled_call_leaves_the_queue_at_once_and_the_others_keep_their_order()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));
        using var cancellation = new CancellationTokenSource();
        var first = rig.AdjustAsync("order-1");
        var leaving = rig.AdjustAsync("order-2", cancellationToken: cancellation.Token);
        var last = rig.AdjustAsync("order-3");

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.IsNotType<LoyaltyOperationCanceledException>(error);
        await rig.Run(last);
        await first;
        rig.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["order-1:100", "order-3:100"], rig.Effects);
    }

    [Fact]
    public async Task The_same_source_id_is_refused_while_a_call_with_it_is_under_way()
    {
        using var rig = new SandboxRig();
        _ = rig.AdjustAsync("order-1", 100, [SandboxFault.HangBefore]);

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.AdjustAsync("order-1", 50));

        Assert.Equal("order-1", error.SourceId);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task The_same_source_id_is_refused_while_its_outcome_is_unknown()
    {
        using var rig = new SandboxRig();
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest])));

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.AdjustAsync("order-1", 100));

        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task Transfers_between_the_same_cards_in_both_directions_do_not_deadlock()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(1));
        var campaign = rig.Sandbox.V1.GetCard(SandboxRig.Card).CampaignId;

        var calls = Enumerable.Range(0, 10).Select(i => i % 2 == 0
            ? rig.Client.V1.Members.TransferPointsAsync(SandboxRig.Card, campaign, [new PointsTransferItem { Code = "OTHER", Points = 10 }])
            : rig.Client.V1.Members.TransferPointsAsync(
                "OTHER", campaign, [new PointsTransferItem { Code = SandboxRig.Card, Points = 10 }])).ToList();
        await rig.Run(Task.WhenAll(calls));
        rig.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1000, rig.Sandbox.V1.GetCard(SandboxRig.Card).Balance);
        Assert.Equal(1000, rig.Sandbox.V1.GetCard("OTHER").Balance);
    }

    [Fact]
    public async Task A_transfer_closes_all_its_cards_while_it_is_under_way()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(1));
        var campaign = rig.Sandbox.V1.GetCard(SandboxRig.Card).CampaignId;

        var transfer = rig.Client.V1.Members.TransferPointsAsync(
            SandboxRig.Card, campaign, [new PointsTransferItem { Code = "OTHER", Points = 10 }]);
        var source = rig.AdjustAsync("order-1", card: "OTHER");
        var destination = rig.AdjustAsync("order-2");

        Assert.True(transfer.IsCompletedSuccessfully);
        Assert.False(source.IsCompleted);
        Assert.False(destination.IsCompleted);
        await rig.Run(Task.WhenAll(source, destination));
    }

    [Fact]
    public async Task Disposing_the_client_ends_the_waiting_calls_with_ObjectDisposedException()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(2));
        var first = rig.AdjustAsync("order-1");
        var waiting = Enumerable.Range(2, 5).Select(i => rig.AdjustAsync($"order-{i}")).ToList();

        rig.Client.Dispose();

        foreach (var call in waiting)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        }

        await first;
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_million_idle_cards_are_forgotten()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.SettleDelay = TimeSpan.FromSeconds(1));
        var sequencer = rig.Client.Parts.Sequencer;
        for (var i = 0; i < 1_000_000; i++)
        {
            var ticket = new Loyalties.Ordering.CardTicket([i.ToString(CultureInfo.InvariantCulture)], null, resumes: false);
            sequencer.Enter(ticket);
            sequencer.Leave(ticket, Loyalties.Ordering.CardOutcome.Answered);
        }

        Assert.Equal(1_000_000, sequencer.Count);
        rig.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, sequencer.Count);
    }

    [Fact]
    public async Task Ten_thousand_calls_for_one_card_keep_their_order()
    {
        // On the thread pool, as in production, so that the continuation of one call does not run on the stack of another.
        await using var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("CARD");
        using var client = TestClientBuilder.ForSandbox(sandbox).WithHandler(sandbox.CreateHandler()).Build();

        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => client.V1.Members.AdjustBalanceAsync(
            "CARD", new AdjustBalanceRequest { Points = 1, SourceId = i.ToString(CultureInfo.InvariantCulture) })));

        Assert.Equal(
            Enumerable.Range(0, 10_000).Select(static i => i.ToString(CultureInfo.InvariantCulture)),
            sandbox.Journal.Select(static entry => entry.SourceId));
    }
}
