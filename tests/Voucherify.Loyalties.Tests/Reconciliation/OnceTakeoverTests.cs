using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>What becomes of those who wait for a call that gives up, and what another process may cause.</summary>
public sealed class OnceTakeoverTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_leader_that_is_cancelled_in_the_queue_is_replaced_and_no_other_caller_is_cancelled()
    {
        using var rig = new SandboxRig(applyLag: Lag);
        using var cancellation = new CancellationTokenSource();
        await rig.Run(rig.AdjustAsync("order-0"));
        var leader = rig.OnceAsync("order-1", cancellationToken: cancellation.Token);
        var second = rig.OnceAsync("order-1");
        var third = rig.OnceAsync("order-1");

        await cancellation.CancelAsync();

        Assert.IsNotType<LoyaltyOperationCanceledException>(
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader));
        await rig.Run(Task.WhenAll(second, third));
        rig.Clock.Advance(Lag);
        Assert.Equal(["order-0:100", "order-1:100"], rig.Effects);
        Assert.Equal((1, 2), (rig.Lookups, rig.Posts));
    }

    [Fact]
    public async Task A_leader_that_is_cancelled_while_it_looks_is_replaced_by_a_caller_that_looks_again()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.Ok(Steps.BalanceJson)], [Steps.Hang(), Steps.Ok(Empty)]));
        using var cancellation = new CancellationTokenSource();
        var leader = Once(test, cancellation.Token);
        var second = Once(test);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        await test.Clock.RunToEnd(second);
        Assert.Equal(
            [HttpMethod.Get, HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_leader_that_is_cancelled_between_lookup_and_send_is_replaced_by_a_caller_that_looks_again()
    {
        using var test = new ScriptedClient(
            Steps.ByMethod([Steps.HangBeforeSend(), Steps.Ok(Steps.BalanceJson)], [Steps.Ok(Empty)]));
        using var cancellation = new CancellationTokenSource();
        var leader = Once(test, cancellation.Token);
        var second = Once(test);

        await cancellation.CancelAsync();

        Assert.IsNotType<LoyaltyOperationCanceledException>(
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader));
        await test.Clock.RunToEnd(second);
        Assert.Equal(
            [HttpMethod.Get, HttpMethod.Post, HttpMethod.Get, HttpMethod.Post],
            test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_leader_that_is_cancelled_after_the_first_byte_leaves_a_search_to_those_who_wait()
    {
        using var rig = new SandboxRig();
        rig.DeliverLate(TimeSpan.FromSeconds(5));
        using var cancellation = new CancellationTokenSource();
        var leader = rig.OnceAsync("order-1", cancellationToken: cancellation.Token);
        var second = rig.OnceAsync("order-1");

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => leader);
        Assert.True((await rig.Run(second)).Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task Cancelling_ends_only_the_wait_of_the_caller()
    {
        using var rig = new SandboxRig(applyLag: Lag);
        using var cancellation = new CancellationTokenSource();
        await rig.Run(rig.AdjustAsync("order-0"));
        var leader = rig.OnceAsync("order-1");
        var second = rig.OnceAsync("order-1", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => second);
        Assert.Equal(("order-1", cancellation.Token), (error.SourceId, error.CancellationToken));
        await rig.Run(leader);
        rig.Clock.Advance(Lag);
        Assert.Equal(["order-0:100", "order-1:100"], rig.Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_caller_joins_the_settling_of_an_unknown_outcome(bool isPlain)
    {
        using var rig = new SandboxRig();
        rig.DeliverLate(TimeSpan.FromSeconds(5));
        var first = isPlain ? rig.AdjustAsync("order-1") : rig.OnceAsync("order-1");
        Assert.Equal(1, rig.Posts);

        var second = rig.OnceAsync("order-1");
        await rig.Run(Task.WhenAll(first, second));

        Assert.True((await second).Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Exactly_one_of_those_who_wait_sends_after_the_window_in_the_place_of_the_call_that_it_continues(bool isPlain)
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromMinutes(10));
        using var cancellation = new CancellationTokenSource();
        rig.Strike(SandboxFault.LoseRequest);
        var first = isPlain
            ? rig.AdjustAsync("order-1", cancellationToken: cancellation.Token)
            : rig.OnceAsync("order-1", cancellationToken: cancellation.Token);
        var waiting = Enumerable.Range(0, 3).Select(_ => rig.OnceAsync("order-1", options: Patient)).ToList();
        var behind = rig.AdjustAsync("order-2");
        var started = rig.Clock.GetUtcNow();

        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => first);
        await rig.Run(Task.WhenAll(waiting));

        Assert.InRange(rig.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(190), TimeSpan.FromSeconds(201));
        await rig.Run(behind);
        Assert.Equal(["order-1:100", "order-2:100"], rig.Effects);
        Assert.Equal(3, rig.Posts);
    }

    [Fact]
    public async Task A_caller_whose_wait_ends_before_the_call_that_it_joined_knows_nothing()
    {
        using var rig = new SandboxRig();
        rig.Strike(SandboxFault.LoseRequest);
        var leader = rig.OnceAsync("order-1", options: Patient);
        var second = rig.OnceAsync("order-1", options: new RequestOptions { Timeout = TimeSpan.FromSeconds(1) });

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(second));

        Assert.Equal(("order-1", 0), (error.SourceId, error.Attempts));
        await rig.Run(leader);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_made_again_after_an_unknown_outcome_keeps_the_window()
    {
        using var rig = new SandboxRig();
        rig.DeliverLate(TimeSpan.FromSeconds(150));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1")));

        await rig.Run(rig.OnceAsync("order-1", options: Patient));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_send_that_was_forgotten_within_its_window_costs_a_wait_and_never_a_second_effect()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue);
        rig.DeliverLate(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1")));
        ResumeTests.FillMemory(rig.Client);

        await rig.Run(rig.OnceAsync("order-1", options: Patient));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task A_process_that_died_between_send_and_effect_must_be_reported(bool isReported, int effects)
    {
        using var rig = new SandboxRig();
        KillAfterSend(rig);
        rig.Clock.Advance(TimeSpan.FromSeconds(0.5));

        var prior = isReported ? PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(0.5)) : PriorAttempt.None;
        await rig.Run(rig.OnceAsync("order-1", once: new AdjustOnceOptions { Prior = prior }));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(effects, rig.Effects.Count);
    }

    [Fact]
    public async Task An_unknown_prior_attempt_waits_for_a_whole_window()
    {
        using var rig = new SandboxRig();
        KillAfterSend(rig);
        rig.Clock.Advance(TimeSpan.FromSeconds(0.5));

        await rig.Run(rig.OnceAsync("order-1", once: new AdjustOnceOptions { Prior = PriorAttempt.Unknown }));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task The_start_of_a_call_is_not_the_latest_moment_at_which_it_may_have_been_sent(bool isStart, int effects)
    {
        using var rig = new SandboxRig(configure: static options =>
        {
            options.Reconciliation.NoAnswerWindow = options.Reconciliation.ServiceErrorWindow = TimeSpan.FromSeconds(5);
            options.Ordering.SettleDelay = TimeSpan.FromSeconds(10);
        });
        await rig.Run(rig.AdjustAsync("order-0"));
        var start = rig.Clock.GetUtcNow();
        rig.DeliverLate(Lag);
        _ = rig.OnceAsync("order-1");
        rig.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, rig.Posts);
        var sent = rig.Clock.GetUtcNow();
        rig.Restart();
        rig.Clock.Advance(TimeSpan.FromSeconds(0.5));

        var now = rig.Clock.GetUtcNow();
        var prior = PriorAttempt.ElapsedSinceSend(now - (isStart ? start : sent), now - start);
        await rig.Run(rig.OnceAsync("order-1", once: new AdjustOnceOptions { Prior = prior }));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(1 + effects, rig.Effects.Count);
    }

    /// <summary>Lets a fault strike the next write; lookups are spared.</summary>
    /// <summary>Ends the client after it has sent, before the service applies it.</summary>
    private static void KillAfterSend(SandboxRig rig)
    {
        rig.DeliverLate(Lag);
        var call = rig.OnceAsync("order-1");
        Assert.Equal(1, rig.Posts);
        rig.Restart();
        Assert.False(call.IsCompletedSuccessfully);
    }

    private static Task<BalanceResult> Once(ScriptedClient test, CancellationToken cancellationToken = default) =>
        test.Client.V1.Members.AdjustBalanceOnceAsync(
            "CARD", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" }, cancellationToken: cancellationToken);
}
