using System.Net;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Tests.Stores;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Rules;

/// <summary>The rules of the queue by their numbers (docs/internals/queue-internals.md). Every store runs them.</summary>
public abstract class QueueRules : StoreFixture
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Rule_1_An_item_that_is_enqueued_again_counts_once()
    {
        await using var rig = NewRig();

        Assert.Equal(new EnqueueResult(1, 0), await rig.EnqueueAsync(rig.Item("order-1")));
        Assert.Equal(new EnqueueResult(1, 2), await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"), rig.Item("order-2")));
        await rig.StartAndFinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100"], rig.Effects);
        Assert.Equal((2, 0), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task Rule_1_Other_points_for_an_id_are_a_conflict_and_nothing_is_enqueued()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.EnqueueAsync(rig.Item("order-2"), rig.Item("order-1", 5)));

        Assert.Null(await rig.Queue.GetAsync("ANNA", "order-2"));
    }

    [Fact]
    public async Task Rule_2_A_card_gets_its_items_in_the_order_in_which_they_were_enqueued()
    {
        await using var rig = NewRig();
        for (var i = 0; i < 20; i++)
        {
            await rig.EnqueueAsync(rig.Item($"order-{i:00}"), rig.Item($"order-{i:00}", card: "BEN"));
        }

        await rig.StartAndFinishAsync();

        Assert.All(["ANNA", "BEN"], card => Assert.Equal(
            Enumerable.Range(0, 20).Select(i => $"{card} order-{i:00} 100"),
            rig.Effects.Where(effect => effect.StartsWith(card, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Rule_4_Nothing_of_a_job_is_sent_before_its_last_item_is_stored()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        var submitted = new TaskCompletionSource();

        var submit = rig.Jobs.SubmitAsync("job-1", Items());
        await rig.RunAsync(10 * Second);
        var before = rig.Posts;
        submitted.SetResult();
        await submit;
        await rig.FinishAsync();

        Assert.Equal(0, before);
        Assert.Equal(["ANNA a 100", "ANNA b 100"], rig.Effects);

        async IAsyncEnumerable<QueuedItem> Items()
        {
            yield return rig.Item("a");
            await submitted.Task;
            yield return rig.Item("b");
        }
    }

    [Fact]
    public async Task Rule_5_Without_a_call_in_the_budget_nothing_is_claimed()
    {
        await using var rig = NewRig(static options => (options.MaxCallsPerMinute, options.MaxConcurrentCalls) = (60, 2));
        await rig.EnqueueAsync([.. Enumerable.Range(0, 40).Select(i => rig.Item($"order-{i}", card: Support.QueueRig.Card(i)))]);
        await rig.StartAsync();

        await rig.RunAsync(10 * Second, TimeSpan.FromMilliseconds(100));

        Assert.InRange(rig.Posts, 10, 13);
    }

    [Fact]
    public async Task Rule_5_The_queue_pauses_before_the_calls_of_a_cycle_are_passed()
    {
        await using var rig = NewRig(static options => options.MaxCallsPerCycle = 3);
        await rig.EnqueueAsync([.. Enumerable.Range(0, 10).Select(i => rig.Item($"order-{i}"))]);
        await rig.StartAsync();

        await rig.RunAsync(60 * Second);

        Assert.Equal(3, rig.Posts + rig.Reads);
        Assert.Equal(AdjustmentErrorKinds.Cycle, (await rig.Queue.GetPauseAsync())!.Kind);
    }

    [Fact]
    public async Task Rule_7_No_more_is_claimed_than_can_be_sent_at_once()
    {
        await using var rig = NewRig(static options => options.MaxConcurrentCalls = 3);
        await rig.EnqueueAsync([.. Enumerable.Range(0, 20).Select(i => rig.Item($"order-{i}", card: Support.QueueRig.Card(i)))]);
        await rig.StartAsync();
        var most = 0L;
        rig.Handler.OnSend = _ =>
        {
            var counts = rig.Store.ReadAsync(static rows => rows.Count(jobId: null), default).GetAwaiter().GetResult();
            most = Math.Max(most, counts.GetValueOrDefault(AdjustmentState.Sending));
        };

        await rig.FinishAsync();

        Assert.InRange(most, 1, 3);
        Assert.Equal(20, rig.Effects.Count);
    }

    [Fact]
    public async Task Rule_8_What_was_claimed_too_long_ago_is_not_sent()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        var claim = await ClaimAsync(rig);

        Assert.True(await IsOwnedAsync(rig, claim));
        rig.Clock.Advance(rig.Options.SendWindow + TimeSpan.FromTicks(1));

        Assert.False(await IsOwnedAsync(rig, claim));
    }

    [Fact]
    public async Task Rule_8_What_another_claim_has_taken_over_is_not_sent()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        var first = await ClaimAsync(rig);
        await FinishAsync(rig, new SendOutcome(first, SendOutcomeKind.NotSent));
        await ClaimAsync(rig);

        Assert.False(await IsOwnedAsync(rig, first));
    }

    [Theory]
    [InlineData(SandboxFault.LoseResponse)]
    [InlineData(SandboxFault.LoseRequest)]
    public async Task Rule_9_A_claim_sends_once_and_the_client_neither_looks_nor_repeats(SandboxFault fault)
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults.Next(fault);
        await rig.EnqueueAsync(rig.Item("order-1", inCampaign: false));
        await rig.StartAsync();

        await rig.RunAsync(Second);

        Assert.Equal((1, 0), (rig.Posts, rig.Reads));
        Assert.Equal(AdjustmentState.Unknown, await rig.StateOfAsync("order-1"));
    }

    [Fact]
    public async Task Rule_10_An_outcome_that_comes_too_late_changes_nothing()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        var first = await ClaimAsync(rig);
        await FinishAsync(rig, new SendOutcome(first, SendOutcomeKind.NotSent));
        await ClaimAsync(rig);

        await FinishAsync(rig, new SendOutcome(first, SendOutcomeKind.Applied));

        Assert.Equal(AdjustmentState.Sending, await rig.StateOfAsync("order-1"));
    }

    [Fact]
    public async Task Rule_10_What_was_not_sent_is_as_before_and_what_may_have_been_sent_is_looked_up_first()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        var first = await ClaimAsync(rig);
        await FinishAsync(rig, new SendOutcome(first, SendOutcomeKind.NotSent));
        Assert.Null((await rig.Queue.GetAsync("ANNA", "order-1"))!.FirstSentAt);

        var second = await ClaimAsync(rig);
        await FinishAsync(rig, new SendOutcome(second, SendOutcomeKind.Unknown) { WindowLeft = Second });
        rig.Clock.Advance(2 * Second);
        var third = await ClaimAsync(rig);

        Assert.Equal((false, false, true), (first.LooksFirst, second.LooksFirst, third.LooksFirst));
        Assert.Equal([1, 2, 3], [first.Row.SendNo, second.Row.SendNo, third.Row.SendNo]);
    }

    [Fact]
    public async Task Rule_10_What_the_service_refuses_is_a_dead_letter_and_the_next_item_follows()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1", -5000), rig.Item("order-2"));

        await rig.StartAndFinishAsync();

        var dead = await rig.Queue.GetAsync("ANNA", "order-1");
        Assert.Equal((AdjustmentState.DeadLetter, AdjustmentErrorKinds.Refused), (dead!.State, dead.Error!.Kind));
        Assert.DoesNotContain("ANNA", dead.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["ANNA order-2 100"], rig.Effects);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, null)]
    [InlineData(HttpStatusCode.PaymentRequired, null)]
    [InlineData(HttpStatusCode.Forbidden, null)]
    [InlineData(HttpStatusCode.TooManyRequests, "api_calls_cycle")]
    public async Task Rule_11_A_refused_key_pauses_the_queue_until_a_probe_is_accepted(HttpStatusCode status, string? limit)
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync([.. Enumerable.Range(0, 50).Select(i => rig.Item($"order-{i}", card: Support.QueueRig.Card(i)))]);
        (rig.Handler.Refuses, rig.Handler.LimitType) = (status, limit);
        var asked = 0;
        rig.Handler.OnSend = _ => asked++;
        await rig.StartAsync();

        await rig.RunAsync(150 * Second);
        var whilePaused = asked;
        rig.Handler.Refuses = null;
        await rig.FinishAsync();

        Assert.InRange(whilePaused, 1, rig.Options.MaxConcurrentCalls + 2);
        Assert.Equal(50, rig.Effects.Count);
        Assert.Null(await rig.Queue.GetPauseAsync());
    }

    [Fact]
    public async Task Rule_12_The_next_item_of_a_card_waits_until_the_one_before_is_settled()
    {
        await using var rig = NewRig(lag: 2 * Second);
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = 100 * Second;
        rig.Sandbox.Faults.Next(SandboxFault.DeliverLate);
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"), rig.Item("order-3"));
        await rig.StartAsync();

        await rig.RunAsync(60 * Second);
        Assert.Equal(1, rig.Posts);
        await rig.FinishAsync();
        await rig.RunAsync(10 * Second);

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100", "ANNA order-3 100"], rig.Effects);
    }

    [Theory]
    [InlineData(SandboxFault.LoseResponse)]
    [InlineData(SandboxFault.LoseRequest)]
    public async Task Rule_13_After_a_crash_an_item_is_looked_up_after_a_whole_window(SandboxFault fault)
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"));
        await rig.StartAsync();
        rig.Sandbox.Faults.Next(fault);

        // The claim is durable, the request is sent, and its outcome is never written.
        await rig.Worker.StepAsync(default);
        await rig.CrashAsync();
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100"], rig.Effects);
    }

    [Fact]
    public async Task Rule_13_A_claim_whose_outcome_was_never_written_becomes_unknown()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        await ClaimAsync(rig);

        await rig.RunAsync(20 * Second);

        var status = await rig.Queue.GetAsync("ANNA", "order-1");
        Assert.Equal(AdjustmentState.Unknown, status!.State);
        Assert.Equal(status.LastSentAt + TimeSpan.FromSeconds(5 + 10 + 190), status.SettlesAt);
        await rig.FinishAsync();
        Assert.Equal(["ANNA order-1 100"], rig.Effects);
    }

    [Fact]
    public async Task Rule_14_The_list_of_a_program_settles_lost_responses_and_verifies_everything()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync([.. Enumerable.Range(0, 10).Select(i => rig.Item($"first-{i}", card: Support.QueueRig.Card(i)))]);
        await rig.StartAndFinishAsync();
        for (var i = 0; i < 5; i++)
        {
            rig.Sandbox.Faults.Next(SandboxFault.LoseResponse);
        }

        await rig.EnqueueAsync([.. Enumerable.Range(0, 10).Select(i => rig.Item($"second-{i}", card: Support.QueueRig.Card(i)))]);
        await rig.FinishAsync();
        var settled = rig.Clock.GetUtcNow();
        await rig.RunAsync(60 * Second);

        Assert.Equal(20, rig.Posts);
        Assert.InRange(rig.Reads, 1, 5);
        Assert.True(settled < rig.Clock.Start + TimeSpan.FromMinutes(2));
        var all = await ToListAsync(rig.Queue.ListAsync(new AdjustmentFilter()));
        Assert.All(all, static status => Assert.Equal((AdjustmentState.Applied, true), (status.State, status.IsVerified)));
    }

    [Fact]
    public async Task Rule_14_A_row_with_the_same_id_on_another_card_settles_nothing()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1", card: "BEN"));
        await rig.StartAndFinishAsync();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(rig.Item("order-1"));

        await rig.RunAsync(100 * Second);
        Assert.Equal(AdjustmentState.Unknown, await rig.StateOfAsync("order-1"));
        await rig.FinishAsync();

        Assert.Equal(["BEN order-1 100", "ANNA order-1 100"], rig.Effects);
    }

    [Fact]
    public async Task Rule_14_A_lost_row_whose_card_is_gone_becomes_a_dead_letter_for_an_operator()
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(rig.Item("order-1", card: "GONE", inCampaign: false));
        await rig.EnqueueAsync(rig.Item("order-2"));
        await rig.StartAsync();

        await rig.RunAsync(300 * Second);

        var gone = Assert.Single(await ToListAsync(rig.Queue.ListAsync(new AdjustmentFilter { SourceId = "order-1" })));
        Assert.Equal((AdjustmentState.DeadLetter, AdjustmentErrorKinds.Ambiguous), (gone.State, gone.Error?.Kind));
        Assert.DoesNotContain("GONE", gone.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(["ANNA order-2 100"], rig.Effects);
        Assert.InRange(rig.Reads, 1, 5);
    }

    [Fact]
    public async Task Rule_17_Without_a_program_a_lost_response_is_found_by_a_look_at_the_card()
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.LoseResponse);
        await rig.EnqueueAsync(rig.Item("order-1", inCampaign: false));
        await rig.StartAsync();

        await rig.RunAsync(4 * Second);

        Assert.Equal(AdjustmentState.Applied, await rig.StateOfAsync("order-1"));
        Assert.Equal((1, 1), (rig.Posts, rig.Reads));
    }

    private static async Task<Claim> ClaimAsync(Support.QueueRig rig)
    {
        await rig.Store.RunAsync(static rows => rows.Admit(100, blocksCard: false), default);
        var request = new ClaimRequest(
            rig.Session.Owner, rig.Session.StoreId, rig.Session.Epoch, 1, new CallLimits(null, 16, null, null));
        return Assert.Single(await rig.Store.RunAsync(rows => rows.Claim(request, rows.Now), default));
    }

    private static Task<bool> IsOwnedAsync(Support.QueueRig rig, Claim claim) =>
        rig.Store.ReadAsync(rows => rows.IsOwned(claim, rig.Options.SendWindow, rows.Now), default);

    private static Task<bool> FinishAsync(Support.QueueRig rig, SendOutcome outcome) => rig.Store.RunAsync(
        rows =>
        {
            rows.Finish([outcome], rig.Session.Times, rows.Now);
            return true;
        },
        default);

    private static async Task<List<AdjustmentStatus>> ToListAsync(IAsyncEnumerable<AdjustmentStatus> all)
    {
        var list = new List<AdjustmentStatus>();
        await foreach (var one in all)
        {
            list.Add(one);
        }

        return list;
    }
}
