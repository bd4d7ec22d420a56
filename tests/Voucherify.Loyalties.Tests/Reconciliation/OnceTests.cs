using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>What a call that credits once looks for, what it sends, and what it gets without a call.</summary>
public sealed class OnceTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_new_id_costs_one_lookup_and_one_adjustment()
    {
        using var rig = new SandboxRig();

        var result = await rig.Run(rig.OnceAsync("order-1"));

        Assert.Equal((1100, "order-1", false), (result.Balance, result.SourceId, result.Recovered));
        Assert.Equal((1, 1), (rig.Lookups, rig.Posts));
    }

    [Fact]
    public async Task A_lookup_before_the_first_send_is_not_logged_as_a_search_for_a_lost_one()
    {
        using var loggers = new RecordingLoggers();
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = loggers);

        await rig.Run(rig.OnceAsync("order-1"));

        Assert.DoesNotContain(loggers.Entries, static entry => entry.Head is "3 Warning Searching" or "5 Information Absent");
    }

    [Fact]
    public async Task An_id_in_the_transactions_is_found_and_nothing_is_sent()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        rig.Restart();

        var result = await rig.Run(rig.OnceAsync("order-1"));

        Assert.True(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.Equal((1, 1), (rig.Lookups, rig.Posts));
    }

    [Fact]
    public async Task An_id_in_the_transactions_with_other_points_is_a_conflict()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        rig.Restart();

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.OnceAsync("order-1", points: 200)));

        Assert.NotNull(error.Existing);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_transaction_that_merely_resembles_the_adjustment_does_not_stop_it()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order"));
        rig.Restart();

        await rig.Run(rig.OnceAsync("order-1"));

        Assert.Equal(["order:100", "order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_second_click_while_the_first_is_under_way_gets_its_result()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.Ok(Steps.BalanceJson)], [Steps.FailToConnect(), Steps.Ok(Empty)]));
        var first = Once(test);
        var second = Once(test);
        Assert.False(first.IsCompleted || second.IsCompleted);

        await test.Clock.RunToEnd(Task.WhenAll(first, second));

        Assert.Equal(await first, await second);
        Assert.NotSame(await first, await second);
        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Theory]
    [InlineData("adjust")]
    [InlineData("resume")]
    [InlineData("once")]
    public async Task A_second_click_after_a_success_that_is_not_listed_yet_costs_no_call(string first)
    {
        using var rig = new SandboxRig(applyLag: Lag);
        await rig.Run(first switch
        {
            "adjust" => rig.AdjustAsync("order-1"),
            "resume" => rig.ResumeAsync("order-1", prior: PriorAttempt.None),
            _ => rig.OnceAsync("order-1"),
        });
        var lookups = rig.Lookups;

        var second = rig.OnceAsync("order-1");

        Assert.True(second.IsCompletedSuccessfully);
        Assert.Equal((1, lookups), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task An_applied_id_is_remembered_until_the_window_after_its_response_has_passed()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.OnceAsync("order-1"));
        rig.Clock.Advance(TimeSpan.FromSeconds(190));
        await rig.Run(rig.OnceAsync("order-1"));
        Assert.Equal(1, rig.Lookups);

        // It is forgotten when a later call sweeps.
        rig.Clock.Advance(TimeSpan.FromSeconds(191));
        await rig.Run(rig.OnceAsync("order-2"));

        Assert.Equal(1, rig.Client.Parts.Context.Reconciliation.Adjustments.Count);
        await rig.Run(rig.OnceAsync("order-1"));
        Assert.Equal(["order-1:100", "order-2:100"], rig.Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_points_for_a_known_id_are_a_conflict_at_once(bool isUnderWay)
    {
        using var rig = new SandboxRig(applyLag: Lag);
        var first = isUnderWay ? Behind(rig, "order-1") : rig.Run(rig.OnceAsync("order-1"));
        var requests = (rig.Posts, rig.Lookups);

        var second = rig.OnceAsync("order-1", points: 200);

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => second);
        Assert.Equal(("order-1", SandboxRig.Card), (error.SourceId, error.MemberId));
        Assert.Equal(requests, (rig.Posts, rig.Lookups));
        await rig.Run(first);
    }

    [Fact]
    public async Task Another_expiration_for_a_known_id_is_a_conflict_at_once()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.OnceAsync("order-1"));
        var other = new AdjustBalanceRequest
        {
            Points = 100,
            SourceId = "order-1",
            ExpirationType = PointsExpirationType.NonExpiring,
        };

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => rig.Client.V1.Members.AdjustBalanceOnceAsync(SandboxRig.Card, other));

        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_plain_call_for_an_id_that_a_once_call_has_under_way_is_a_conflict_and_the_other_way_round_joins()
    {
        using var rig = new SandboxRig(applyLag: Lag);
        var once = Behind(rig, "order-1");
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.AdjustAsync("order-1"));
        await rig.Run(once);

        var plain = rig.AdjustAsync("order-2");
        var joined = rig.OnceAsync("order-2");
        await rig.Run(Task.WhenAll(plain, joined));
        rig.Clock.Advance(Lag);

        Assert.Equal(["order-0:100", "order-1:100", "order-2:100"], rig.Effects);
    }

    [Fact]
    public async Task A_refused_plain_call_does_not_make_a_client_forget_that_the_id_was_applied()
    {
        using var rig = new SandboxRig(applyLag: Lag);
        await rig.Run(rig.OnceAsync("order-1"));
        rig.Sandbox.Faults.Next(SandboxFault.Unauthorized);
        await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Run(rig.AdjustAsync("order-1")));

        Assert.True(rig.OnceAsync("order-1").IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Those_who_wait_get_the_refusal_of_the_service()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.Respond(HttpStatusCode.NotFound, """{"code":404,"key":"not_found","request_id":"v-0c118c6f7c0e6751ab"}""")],
            [Steps.FailToConnect(), Steps.Ok(Empty)]));
        var first = Once(test);
        var second = Once(test);

        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.Clock.RunToEnd(first));
        await Assert.ThrowsAsync<LoyaltyApiException>(() => second);

        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
        Assert.Equal(0, test.Client.Parts.Context.Reconciliation.Adjustments.Count);
    }

    [Fact]
    public async Task A_lookup_that_is_refused_ends_the_call_with_nothing_sent()
    {
        using var test = new ScriptedClient(
            Steps.Respond(HttpStatusCode.Forbidden, """{"code":403,"key":"forbidden","request_id":"v-0c118c6f7c0e6751ab"}"""));

        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.Clock.RunToEnd(Once(test)));

        Assert.Equal(HttpMethod.Get, Assert.Single(test.Handler.Requests).Method);
    }

    [Fact]
    public async Task A_cached_list_proves_nothing()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.Ok(Steps.BalanceJson)], [Steps.Respond(HttpStatusCode.OK, Empty, ("Age", "10")), Steps.Ok(Empty)]));

        await test.Clock.RunToEnd(Once(test));

        Assert.Equal(
            [HttpMethod.Get, HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_wrong_clock_of_this_machine_does_not_stop_a_first_call()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.Ok(Steps.BalanceJson)], [Steps.Respond(HttpStatusCode.OK, Empty, ("Date", "Thu, 15 Jan 2026 11:00:00 GMT"))]));

        await test.Clock.RunToEnd(Once(test));

        Assert.Equal([HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_list_that_is_older_than_the_lookup_proves_nothing_once_the_clock_of_the_service_is_known()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.Respond(HttpStatusCode.OK, Steps.BalanceJson, ("Date", "Thu, 15 Jan 2026 12:00:00 GMT"))],
            [Steps.Respond(HttpStatusCode.OK, Empty, ("Date", "Thu, 15 Jan 2026 11:59:00 GMT")), Steps.Ok(Empty)]));
        await test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync(
            "OTHER", new AdjustBalanceRequest { Points = 100, SourceId = "order-0" }));

        await test.Clock.RunToEnd(Once(test));

        Assert.Equal(
            [HttpMethod.Post, HttpMethod.Get, HttpMethod.Get, HttpMethod.Post],
            test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_lookup_that_never_succeeds_ends_the_call_with_nothing_sent()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.OK, Empty, ("Age", "10")));

        var error = await Assert.ThrowsAnyAsync<LoyaltyException>(() => test.Clock.RunToEnd(Once(test)));

        Assert.False(error.MayHaveBeenApplied);
        Assert.All(test.Handler.Requests, static request => Assert.Equal(HttpMethod.Get, request.Method));
    }

    [Fact]
    public async Task An_id_that_is_under_way_outside_the_queue_is_joined()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.FailToConnect(), Steps.Ok(Steps.BalanceJson)], [Steps.Ok(Empty)]));
        var outside = test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new ResumeOptions { Prior = PriorAttempt.None, OutsideQueue = true });
        var once = Once(test);

        await test.Clock.RunToEnd(Task.WhenAll(outside, once));

        Assert.All(test.Handler.Requests, static request => Assert.Equal(HttpMethod.Post, request.Method));
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task Those_who_wait_do_not_get_what_a_send_guard_of_another_caller_refused()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.Ok(Steps.BalanceJson)], [Steps.Ok(Empty)]));
        var asked = new TaskCompletionSource<bool>();
        var guarded = test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new ResumeOptions { Prior = PriorAttempt.None, SendGuard = _ => new ValueTask<bool>(asked.Task) });
        var once = Once(test);

        asked.SetResult(false);

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => guarded);
        Assert.Equal(100, (await test.Clock.RunToEnd(once)).Points);
    }

    [Fact]
    public async Task A_removal_that_took_what_was_there_is_found_again()
    {
        using var test = new ScriptedClient(Steps.Ok(
            """
            {"object":"list","has_more":false,"data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_REMOVAL",
            "created_at":"2026-01-10T12:00:00Z","details":{"balance":{"points":-60,"balance":0}}}]}
            """));

        var result = await test.Clock.RunToEnd(test.Client.V1.Members.RemovePointsAsync("CARD", 100, "order-1"));

        Assert.Equal((-60, true), (result.Points, result.Recovered));
        Assert.Single(test.Handler.Requests);
    }

    /// <summary>Makes a call that waits for its turn behind another one.</summary>
    private static Task<BalanceResult> Behind(SandboxRig rig, string sourceId)
    {
        Assert.True(rig.AdjustAsync("order-0").IsCompleted);
        var call = rig.OnceAsync(sourceId);
        Assert.False(call.IsCompleted);
        return call;
    }

    private static Task<BalanceResult> Once(ScriptedClient test, CancellationToken cancellationToken = default) =>
        test.Client.V1.Members.AdjustBalanceOnceAsync(
            "CARD", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" }, cancellationToken: cancellationToken);
}
