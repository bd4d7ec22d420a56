using System.Net;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>An adjustment with an unknown outcome whose lookup fails.</summary>
public sealed class LookupFailureTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    private const string Found =
        """
        {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION",
        "details":{"balance":{"points":100,"balance":600}}}],"has_more":false}
        """;

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_permanent_error_of_a_lookup_ends_the_search_at_once(HttpStatusCode status)
    {
        using var test = NewClient(Steps.LoseConnection(), Steps.Respond(status), Steps.Ok(Found));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Equal(status, Assert.IsType<LoyaltyApiException>(error.InnerException).StatusCode);
        Assert.Equal(2, test.Attempts);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_transient_error_of_a_lookup_is_waited_out(HttpStatusCode status)
    {
        using var test = NewClient(Steps.LoseConnection(), Steps.Respond(status), Steps.Ok(Found));

        var result = await test.AdjustAsync();

        Assert.True(result.Recovered);
        Assert.Equal(3, test.Attempts);
    }

    [Fact]
    public async Task A_lookup_that_fails_after_the_window_is_repeated()
    {
        using var test = NewClient(Steps.Respond(HttpStatusCode.InternalServerError), Steps.Ok(Found));

        var result = await Resume(test);

        Assert.True(result.Recovered);
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task Only_a_lookup_that_began_after_the_window_proves_absence()
    {
        using var test = NewClient(Steps.Ok(Empty), Steps.Ok(Empty), Steps.Ok(Steps.BalanceJson));

        await Resume(test, PriorAttempt.ElapsedSinceSend(ReconciliationDefaults.NoAnswerWindow - TimeSpan.FromMilliseconds(1)));

        Assert.Equal([HttpMethod.Get, HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task A_lookup_during_which_the_window_ends_is_followed_by_another_at_once()
    {
        ScriptedClient? test = null;
        using var client = test = NewClient(
            (_, _) => Task.FromResult(SlowToEnd(Empty, () => test!.Clock.Advance(TimeSpan.FromSeconds(5)))),
            Steps.Ok(Empty),
            Steps.Ok(Steps.BalanceJson));
        var started = test.Clock.GetUtcNow();

        await Resume(test, PriorAttempt.ElapsedSinceSend(ReconciliationDefaults.NoAnswerWindow - TimeSpan.FromSeconds(1)));

        Assert.Equal([HttpMethod.Get, HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Select(static request => request.Method));
        Assert.Equal(TimeSpan.FromSeconds(5), test.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task A_lookup_sends_the_headers_of_its_call()
    {
        using var test = NewClient(Steps.LoseConnection(), Steps.Ok(Found));

        await test.AdjustAsync(options: new RequestOptions { Headers = new Dictionary<string, string> { ["X-Gateway"] = "shop" } });

        Assert.Equal(["shop", "shop"], test.Handler.Requests.Select(static request => request.Header("X-Gateway")));
    }

    [Fact]
    public async Task Nothing_is_sent_if_the_lookup_took_the_rest_of_the_timeout()
    {
        ScriptedClient? test = null;
        using var client = test = NewClient(
            Steps.Respond(HttpStatusCode.InternalServerError),
            (_, _) => Task.FromResult(SlowToEnd(Empty, () => test!.Clock.Advance(TimeSpan.FromMinutes(2)))),
            Steps.Ok(Steps.BalanceJson));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => Resume(test, options: new RequestOptions { Timeout = TimeSpan.FromMinutes(1) }));

        Assert.Equal("order-1", error.SourceId);
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task The_exception_of_a_failed_lookup_holds_the_cause_and_says_what_to_do()
    {
        using var rig = new SandboxRig();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseRequest], TimeSpan.FromSeconds(20))));

        Assert.IsType<LoyaltyConnectionException>(error.InnerException);
        Assert.StartsWith(
            "AdjustBalance with source_id 'order-1' for 'CARD' was sent. It was not found in the transactions, "
            + "and whether it was or will be applied is not known. Resume it later. The connection to ",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adjustment_that_is_cancelled_in_flight_is_not_looked_up()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var call = test.AdjustLater(cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.StartsWith(
            "AdjustBalance was cancelled after it may have been sent: whether it was applied is not known.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_cancellation_between_two_lookups_is_reported_as_unknown()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(Empty));
        var call = test.AdjustLater(cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal("AdjustBalance was cancelled while its outcome was unknown. Resume it with its source_id 'order-1'.", error.Message);
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":"maintenance"}""")]
    [InlineData("""{"object":"list","data":[],"has_more":true}""")]
    [InlineData("""{"object":"list","data":[{"id":null}],"has_more":true}""")]
    public async Task A_list_that_proves_nothing_does_not_count_as_absence(string list)
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(list));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.AdjustAsync(options: new RequestOptions { Timeout = TimeSpan.FromMinutes(10) }));

        Assert.Equal("order-1", error.SourceId);
        Assert.Single(test.Handler.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task A_token_provider_that_fails_during_a_lookup_does_not_hide_the_unknown_outcome()
    {
        var asked = 0;
        using var test = new ScriptedClient(
            client => client.WithCredentials(LoyaltyCredentials.AccessToken(
                (_, _) => ++asked == 1 ? new ValueTask<string>("t") : throw new TaskCanceledException("The vault is locked."))),
            Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Equal("order-1", error.SourceId);
        Assert.Equal("The vault is locked.", error.InnerException?.Message);
    }

    [Fact]
    public async Task A_client_that_is_disposed_during_an_adjustment_reports_its_source_id()
    {
        using var test = new ScriptedClient(Steps.Hang());
        var call = test.Client.V1.Members.AdjustBalanceAsync("CARD", new AdjustBalanceRequest { Points = 1, SourceId = "order-1" });

        test.Client.Dispose();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(call));
        Assert.Equal("order-1", error.SourceId);
    }

    [Fact]
    public async Task A_client_that_is_disposed_between_two_lookups_reports_the_source_id()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(Empty));
        var started = test.Clock.GetUtcNow();
        var call = test.AdjustLater(CancellationToken.None);

        test.Client.Dispose();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(call));
        Assert.Equal(ReconciliationDefaults.BaseDelay, test.Clock.GetUtcNow() - started);
        Assert.IsType<ObjectDisposedException>(error.InnerException);
        Assert.Equal("order-1", error.SourceId);
    }

    [Fact]
    public async Task A_resume_outside_the_queue_opens_the_card()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromMinutes(10));
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(70);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate])));
        var waiting = rig.AdjustAsync("order-2");
        rig.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.False(waiting.IsCompleted);

        var resumed = rig.ResumeAsync("order-1", resume: new ResumeOptions { Prior = PriorAttempt.Unknown, OutsideQueue = true });

        Assert.True((await rig.Run(resumed)).Recovered);
        Assert.True(waiting.IsCompletedSuccessfully);
        await waiting;
    }

    [Fact]
    public async Task An_old_time_from_the_caller_does_not_hide_a_later_send_of_the_client()
    {
        using var rig = new SandboxRig();
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(150);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate])));

        // The caller remembers only an earlier send. By that time the window would be over, but the last request is still on its way.
        var prior = PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(300));
        await rig.Run(rig.ResumeAsync("order-1", prior: prior, timeout: TimeSpan.FromMinutes(10)));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_reused_source_id_is_taken_for_the_earlier_adjustment()
    {
        // The documented boundary: adjustments with the same id and the same points cannot be told apart.
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("birthday"));
        rig.Clock.Advance(TimeSpan.FromDays(365));

        var result = await rig.Run(rig.AdjustAsync("birthday", 100, [SandboxFault.LoseRequest]));

        Assert.True(result.Recovered);
        Assert.Equal(["birthday:100"], rig.Effects);
    }

    [Fact]
    public async Task A_conflicting_source_id_does_not_hide_an_adjustment_applied_within_the_window()
    {
        using var rig = new SandboxRig(applyLag: TimeSpan.FromSeconds(4));
        await rig.Run(rig.AdjustAsync("order-1", 50));
        rig.Clock.Advance(TimeSpan.FromSeconds(10));

        var result = await rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.LoseResponse]));

        Assert.True(result.Recovered);
        Assert.Equal(["order-1:50", "order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_resume_is_not_a_conflict_while_the_adjustment_may_still_be_applied()
    {
        using var rig = new SandboxRig();
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(150);
        await rig.Run(rig.AdjustAsync("order-1", 50));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate])));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(
            rig.ResumeAsync("order-1", timeout: TimeSpan.FromMinutes(1))));
        Assert.IsType<LoyaltySourceIdConflictException>(error.InnerException);

        var result = await rig.Run(rig.ResumeAsync("order-1", timeout: TimeSpan.FromMinutes(10)));
        Assert.True(result.Recovered);
        Assert.Equal(["order-1:50", "order-1:100"], rig.Effects);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_conflict_on_a_part_of_a_transfer_leaves_the_others_unknown(int parts)
    {
        using var test = NewClient(Steps.Ok(Found.Replace("POINTS_ADDITION", "POINTS_REMOVAL", StringComparison.Ordinal)));
        PointsTransferItem[] items =
        [
            new() { Code = "A", Points = 100, SourceId = "order-1" }, new() { Code = "B", Points = 100, SourceId = "order-2" },
        ];

        var error = await Record.ExceptionAsync(() => test.Clock.RunToEnd(test.Client.V1.Members.ResumeTransferAsync(
            "CARD", "c", items[..parts], new ResumeOptions { Prior = PriorAttempt.ElapsedSinceSend(TimeSpan.FromHours(1)) })));

        Assert.IsType<LoyaltySourceIdConflictException>(
            parts == 1 ? error : Assert.IsType<LoyaltyOutcomeUnknownException>(error).InnerException);
        Assert.Equal(parts, test.Attempts);
    }

    [Fact]
    public async Task Nothing_is_sent_if_no_time_is_left()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.BalanceJson));
        using var client = new TestClientBuilder().WithClock(new RushingClock()).WithHandler(handler).Build();

        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(
            () => client.V1.Members.AdjustBalanceAsync(
                "CARD", new AdjustBalanceRequest { Points = 1 }, options: new RequestOptions { Timeout = TimeSpan.FromSeconds(1) }));

        Assert.Equal("AdjustBalance: the time was over before anything was sent.", error.Message);
        Assert.Empty(handler.Requests);
    }

    private static ScriptedClient NewClient(params Step[] steps) =>
        new(static client => client.Configure(static options => options.Retry.MaxRetries = 0), steps);

    private static Task<BalanceResult> Resume(ScriptedClient test, PriorAttempt? prior = null, RequestOptions? options = null) =>
        test.Clock.RunToEnd(test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-1" },
            new ResumeOptions { Prior = prior ?? PriorAttempt.ElapsedSinceSend(TimeSpan.FromHours(1)) },
            options: options));

    private static HttpResponseMessage SlowToEnd(string json, Action ended) =>
        new(HttpStatusCode.OK) { Content = new EndingContent(json, ended) };

    /// <summary>A body after which the test moves the clock.</summary>
    private sealed class EndingContent(string json, Action ended) : StringContent(json)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            ended();
        }
    }

    /// <summary>A clock that moves by a second each time it is read.</summary>
    private sealed class RushingClock : FakeTimeProvider
    {
        private long _reads;

        public override long GetTimestamp() => base.GetTimestamp() + (++_reads * TimestampFrequency);
    }
}
