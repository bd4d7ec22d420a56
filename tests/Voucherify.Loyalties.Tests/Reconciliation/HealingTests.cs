using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>A card whose last call has an unknown outcome opens as soon as the outcome is known, although its caller has gone.</summary>
public sealed class HealingTests
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_next_caller_is_served_soon_after_a_shopper_has_closed_the_tab()
    {
        using var rig = Default(Lag);
        using var cancellation = new CancellationTokenSource();
        var first = rig.AdjustAsync("order-1", faults: [SandboxFault.HangAfter], cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => first);
        var began = rig.Clock.GetUtcNow();

        await rig.Run(rig.AdjustAsync("order-2"));

        Assert.InRange(rig.Clock.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(WriteOutcomeKind.Applied, (await error.WaitForOutcomeAsync()).Kind);
        rig.Clock.Advance(Lag);
        Assert.Equal(["order-1:100", "order-2:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_waits_for_its_unknown_outcome_as_long_as_the_option_says()
    {
        using var rig = Default();
        var began = rig.Clock.GetUtcNow();

        var error = await LoseRequest(rig);

        Assert.Equal(TimeSpan.FromSeconds(15), rig.Clock.GetUtcNow() - began);
        Assert.Equal((1, 4), (rig.Posts, rig.Lookups));
        Assert.Equal(TimeSpan.FromSeconds(175), error.WindowLeft);
    }

    [Fact]
    public async Task Lookups_come_at_growing_intervals_and_when_the_window_ends_and_then_the_id_was_not_applied()
    {
        using var rig = Default();
        var began = rig.Clock.GetUtcNow();
        var error = await LoseRequest(rig);
        var times = new List<double>();

        var outcome = error.WaitForOutcomeAsync();
        for (var lookups = rig.Lookups; !outcome.IsCompleted; rig.Clock.Step())
        {
            if (rig.Lookups > lookups)
            {
                lookups = rig.Lookups;
                times.Add((rig.Clock.GetUtcNow() - began).TotalSeconds);
            }
        }

        Assert.Equal(WriteOutcomeKind.NotApplied, (await outcome).Kind);
        Assert.Equal([31, 63, 127], times);
        Assert.Equal((1, 8), (rig.Posts, rig.Lookups));
        Assert.Empty(rig.Effects);
    }

    [Fact]
    public async Task A_caller_who_waits_for_the_card_makes_the_client_look_more_often()
    {
        using var rig = Default();
        await LoseRequest(rig);

        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => rig.Run(rig.AdjustAsync("order-2")));

        Assert.Equal(
            "The outcome of an earlier call for the card is unknown, and did not become known within 00:00:15 "
            + "(Reconciliation.OutcomeTimeout): nothing was sent.",
            error.Message);
        Assert.Equal((1, 7), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task A_call_that_came_before_the_outcome_was_unknown_looks_eleven_times_in_the_first_quarter_of_a_minute()
    {
        using var rig = Default();
        var first = rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest]);
        var second = rig.AdjustAsync("order-2");

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(first));
        await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => rig.Run(second));

        Assert.Equal(11, rig.Lookups);
    }

    [Fact]
    public async Task A_response_that_does_not_come_in_time_makes_the_client_look_at_once_if_a_call_waits_for_the_card()
    {
        using var rig = Default(Lag);
        var first = rig.AdjustAsync("order-1", faults: [SandboxFault.HangAfter]);
        var second = rig.AdjustAsync("order-2");
        var began = rig.Clock.GetUtcNow();

        Assert.True((await rig.Run(first)).Recovered);
        await rig.Run(second);

        // The attempt timeout.
        Assert.Equal(TimeSpan.FromSeconds(10), rig.Clock.GetUtcNow() - began);
        Assert.Equal((2, 1), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task A_request_that_is_lost_without_an_error_makes_it_look_twelve_times_in_the_first_quarter_of_a_minute()
    {
        using var rig = Default();
        var first = rig.AdjustAsync("order-1", faults: [SandboxFault.HangBefore]);
        var second = rig.AdjustAsync("order-2");

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(first));
        await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => rig.Run(second));

        Assert.Equal(12, rig.Lookups);
    }

    [Fact]
    public async Task The_call_that_credits_once_may_be_made_again_after_an_unknown_outcome()
    {
        using var rig = Default();
        rig.Strike(SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1")));
        await rig.Run(error.WaitForOutcomeAsync());

        await rig.Run(rig.OnceAsync("order-1"));

        rig.Clock.Advance(Lag);
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.Equal((2, 10), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task A_result_that_was_found_in_the_background_costs_the_next_caller_no_call()
    {
        using var rig = Default(Lag);
        var error = await CancelInFlight(rig, SandboxFault.HangAfter);
        await rig.Run(error.WaitForOutcomeAsync());
        var (posts, lookups) = (rig.Posts, rig.Lookups);

        var result = await rig.Run(rig.OnceAsync("order-1"));

        Assert.Equal((posts, lookups), (rig.Posts, rig.Lookups));
        Assert.True(result.Recovered);
    }

    [Fact]
    public async Task A_new_call_with_an_id_whose_outcome_is_unknown_is_refused_even_if_the_card_is_open()
    {
        using var rig = Default(configure: static options => options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue);
        await LoseRequest(rig);

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.AdjustAsync("order-1")));

        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task Memory_returns_to_where_it_was()
    {
        using var rig = Default();
        var error = await LoseRequest(rig);
        var writes = rig.Client.Parts.Context.Reconciliation.Writes;
        Assert.Equal((1, 1), (writes.Unsettled.Count, writes.Sends.Count));

        await rig.Run(error.WaitForOutcomeAsync());
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((0, 0, 0), (writes.Unsettled.Count, writes.Sends.Count, writes.Adjustments.Count));
        Assert.Equal((0, 0), (rig.Client.Parts.Sequencer.Count, rig.Clock.ActiveTimers));
    }

    [Fact]
    public async Task A_client_that_is_disposed_leaves_the_outcome_unknown()
    {
        var rig = Default();
        var error = await LoseRequest(rig);
        var outcome = error.WaitForOutcomeAsync();

        rig.Dispose();

        Assert.Equal(WriteOutcomeKind.Unknown, (await outcome).Kind);
        Assert.Equal(WriteOutcomeKind.Unknown, (await error.WaitForOutcomeAsync()).Kind);
        Assert.Equal(0, rig.Clock.ActiveTimers);
    }

    [Fact]
    public async Task Without_reconciliation_an_unknown_outcome_ends_the_call_and_nothing_is_looked_up()
    {
        using var rig = Default(configure: static options => options.Reconciliation.Enabled = false);

        var error = await LoseRequest(rig);

        Assert.Equal(WriteOutcomeKind.Unknown, (await error.WaitForOutcomeAsync()).Kind);
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((1, 0), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task Without_reconciliation_the_call_that_credits_once_still_keeps_the_window()
    {
        using var rig = Default(configure: static options => options.Reconciliation.Enabled = false);
        rig.DeliverLate(TimeSpan.FromSeconds(100));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.OnceAsync("order-1")));

        for (var i = 0; i < 20; i++)
        {
            if (await Record.ExceptionAsync(() => rig.Run(rig.OnceAsync("order-1"))) is null)
            {
                break;
            }
        }

        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task Searches_in_the_background_leave_the_last_tenth_of_the_rate_to_the_calls_of_users()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection()],
            [Steps.Respond(
                System.Net.HttpStatusCode.OK,
                """{"object":"list","data":[],"has_more":false}""",
                ("X-Rate-Limit-Limit", "100"),
                ("X-Rate-Limit-Remaining", "9"),
                ("X-Rate-Limit-Retry", "1768478460"))]));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.AdjustAsync(options: new RequestOptions { Timeout = TimeSpan.FromSeconds(2) }));
        Assert.Equal(2, test.Attempts);

        test.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(2, test.Attempts);

        test.Clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(3, test.Attempts);
    }

    [Fact]
    public async Task What_cannot_be_looked_up_stays_unknown()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.RedeemAsync());

        Assert.Equal(WriteOutcomeKind.Unknown, (await error.WaitForOutcomeAsync()).Kind);
    }

    private static SandboxRig Default(TimeSpan? lag = null, Action<LoyaltyClientOptions>? configure = null) => new(lag, options =>
    {
        options.Reconciliation.OutcomeTimeout = TimeSpan.FromSeconds(15);
        configure?.Invoke(options);
    });

    private static Task<LoyaltyOutcomeUnknownException> LoseRequest(SandboxRig rig) =>
        Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest])));

    private static async Task<LoyaltyOperationCanceledException> CancelInFlight(SandboxRig rig, SandboxFault fault)
    {
        using var cancellation = new CancellationTokenSource();
        var call = rig.AdjustAsync("order-1", faults: [fault], cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        return await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
    }
}
