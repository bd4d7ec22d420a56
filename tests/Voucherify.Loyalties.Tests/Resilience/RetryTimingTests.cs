using System.Globalization;
using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class RetryTimingTests
{
    private static readonly DateTimeOffset ServerNow = new(2026, 1, 15, 11, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Retry_delays_grow_and_have_jitter_from_the_first_retry()
    {
        using var test = new ScriptedClient(Steps.FailToConnect());
        var call = test.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        var waits = new List<TimeSpan>();
        while (!call.IsCompleted)
        {
            waits.Add(test.Clock.Step());
        }

        await Assert.ThrowsAsync<LoyaltyConnectionException>(() => call);
        Assert.Equal(3, waits.Count);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), RetryDefaults.MaxDelay));
        Assert.NotEqual(RetryDefaults.BaseDelay, waits[0]);
        Assert.True(waits[2] > waits[0], string.Join(", ", waits));
    }

    [Fact]
    public async Task A_retry_waits_for_Retry_After_in_seconds()
    {
        using var test = new ScriptedClient(Limited(("Retry-After", "7"), ("X-Rate-Limit-Retry", "1")), Steps.Ok(Steps.BalanceJson));

        var started = test.Clock.GetUtcNow();
        var result = await test.AdjustAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(7), test.Clock.GetUtcNow() - started);
        Assert.Equal(13136, result.Balance);
    }

    public static TheoryData<string, string> DelaysOfNothing => new()
    {
        { "Retry-After", "0" },
        { "Retry-After", "Thu, 15 Jan 2026 11:29:00 GMT" },
        { "Retry-After", "Thu, 15 Jan 2026 11:30:00 GMT" },
        { "X-Rate-Limit-Retry", Epoch(ServerNow) },
        { "X-Rate-Limit-Retry", Epoch(ServerNow.AddSeconds(-1)) },
        { "X-Rate-Limit-Retry", "0" },
    };

    [Theory, MemberData(nameof(DelaysOfNothing))]
    public async Task A_server_that_asks_for_no_delay_does_not_take_the_backoff_away(string header, string value)
    {
        var sent = new List<DateTimeOffset>();
        using var test = ScriptedClient.Timed(
            sent, Limited(("Date", ServerNow.ToString("R", CultureInfo.InvariantCulture)), (header, value)));

        await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.AdjustAsync());

        AssertBackoff(sent);
    }

    [Fact]
    public async Task A_503_that_asks_for_no_delay_does_not_take_the_backoff_away()
    {
        var sent = new List<DateTimeOffset>();
        using var test = ScriptedClient.Timed(
            sent, Steps.Respond(HttpStatusCode.ServiceUnavailable, null, ("Retry-After", "0")));

        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());

        AssertBackoff(sent);
    }

    [Fact]
    public async Task A_token_request_that_is_refused_keeps_its_backoff()
    {
        var sent = new List<DateTimeOffset>();
        using var test = ScriptedClient.Timed(
            sent,
            Limited(("Retry-After", "0")),
            static client => client.WithCredentials(LoyaltyCredentials.OAuth("id", "token")));

        await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());

        Assert.All(
            test.Handler.Requests,
            static request => Assert.EndsWith("/oauth/token", request.Uri.AbsolutePath, StringComparison.Ordinal));

        AssertBackoff(sent);
    }

    [Fact]
    public async Task A_delay_shorter_than_the_backoff_does_not_shorten_it()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Retry.BaseDelay = TimeSpan.FromSeconds(10)),
            Limited(("Retry-After", "2")),
            Steps.Ok(Steps.BalanceJson));
        var started = test.Clock.GetUtcNow();

        await test.AdjustAsync();

        Assert.InRange(test.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_backoff_longer_than_MaxServerDelay_is_waited_for()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Retry.MaxServerDelay = TimeSpan.FromMilliseconds(1)),
            Steps.Respond(HttpStatusCode.ServiceUnavailable, null, ("Retry-After", "0")),
            Steps.Ok(Steps.MemberJson));

        await test.GetAsync();

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task X_Rate_Limit_Retry_is_an_absolute_time_of_the_server_clock()
    {
        // The server's clock is half an hour behind the local clock. Only the difference to its own Date counts.
        using var test = new ScriptedClient(
            Limited(
                ("Date", ServerNow.ToString("R", CultureInfo.InvariantCulture)), ("X-Rate-Limit-Retry", Epoch(ServerNow.AddSeconds(12)))),
            Steps.Ok(Steps.BalanceJson));

        var started = test.Clock.GetUtcNow();
        await test.AdjustAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(12), test.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task X_Rate_Limit_Retry_delays_only_a_429()
    {
        using var test = new ScriptedClient(
            Steps.Respond(HttpStatusCode.ServiceUnavailable, null, ("X-Rate-Limit-Retry", "99999999999")),
            Steps.Ok(Steps.MemberJson));

        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_read_waits_for_the_Retry_After_of_a_503()
    {
        using var test = new ScriptedClient(
            Steps.Respond(HttpStatusCode.ServiceUnavailable, null, ("Retry-After", "3")), Steps.Ok(Steps.MemberJson));

        var started = test.Clock.GetUtcNow();
        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.InRange(test.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4.5));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "none")]
    [InlineData(HttpStatusCode.TooManyRequests, "bulk_api_calls")]
    public async Task Calls_that_wait_for_the_same_Retry_After_do_not_return_together(HttpStatusCode status, string type)
    {
        var sent = new List<DateTimeOffset>();
        using var test = ScriptedClient.Timed(
            sent,
            (request, cancellationToken) => Steps.Respond(
                sent.Count <= 500 ? status : HttpStatusCode.OK, Steps.MemberJson, ("Retry-After", "3"), ("X-Rate-Limit-Type", type))(
                request, cancellationToken));

        await test.Clock.RunToEnd(Task.WhenAll(
            Enumerable.Range(0, 500).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD"))));

        Assert.Equal(1_000, sent.Count);
        Assert.All(sent.Skip(500), time => Assert.InRange(time - sent[0], TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4.5)));
        var busiest = sent.Skip(500).GroupBy(time => (int)((time - sent[0]) / TimeSpan.FromMilliseconds(20))).Max(Enumerable.Count);
        Assert.InRange(busiest, 1, 25);
    }

    [Fact]
    public async Task A_wait_longer_than_MaxServerDelay_throws_at_once()
    {
        using var test = new ScriptedClient(Limited(("Retry-After", "31"), ("X-Rate-Limit-Type", "api_calls")));

        var started = test.Clock.GetUtcNow();
        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.AdjustAsync());

        Assert.Equal(1, test.Attempts);
        Assert.Equal(started, test.Clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(31), error.RetryAfter);
        Assert.Equal("api_calls", error.LimitType);
    }

    [Fact]
    public async Task The_latest_possible_X_Rate_Limit_Retry_is_accepted()
    {
        using var test = new ScriptedClient(Limited(("Date", "Thu, 01 Jan 1970 00:00:00 GMT"), ("X-Rate-Limit-Retry", "253402300799")));

        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.AdjustAsync());

        Assert.Equal(TimeSpan.FromTicks(253_402_300_799 * TimeSpan.TicksPerSecond), error.RetryAfter);
    }

    [Fact]
    public async Task A_wait_longer_than_the_remaining_total_timeout_throws_at_once()
    {
        using var test = new ScriptedClient(Limited(("Retry-After", "10")));

        await Assert.ThrowsAsync<LoyaltyRateLimitException>(
            () => test.AdjustAsync(options: new RequestOptions { Timeout = TimeSpan.FromSeconds(5) }));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_retry_delay_that_exceeds_the_total_timeout_is_not_started()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options =>
            {
                options.AttemptTimeout = TimeSpan.FromSeconds(1);
                options.TotalTimeout = TimeSpan.FromSeconds(1);
                options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromSeconds(9);
                options.Retry.MaxRetries = 20;
            }),
            Steps.FailToConnect());

        var started = test.Clock.GetUtcNow();
        await Assert.ThrowsAsync<LoyaltyConnectionException>(() => test.AdjustAsync());

        Assert.Equal(started, test.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_attempt_ends_with_the_total_timeout_of_its_call()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.TotalTimeout = TimeSpan.FromSeconds(15)), Steps.Hang());

        var started = test.Clock.GetUtcNow();
        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => test.GetAsync());

        Assert.Equal(TimeSpan.FromSeconds(15), test.Clock.GetUtcNow() - started);
        Assert.Equal("GetMember: no response within the time of the call (TotalTimeout, or RequestOptions.Timeout).", error.Message);
        Assert.Equal(2, test.Attempts);
        Assert.Equal(
            "GetMember: no response within the time of an attempt (AttemptTimeout).",
            (await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => Hanging())).Message);

        static async Task Hanging()
        {
            using var test = new ScriptedClient(
                static client => client.Configure(static options => options.Retry.MaxRetries = 0), Steps.Hang());
            await test.GetAsync();
        }
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("253402300800")] // The year 10000.
    public async Task An_invalid_X_Rate_Limit_Retry_leaves_the_backoff(string header)
    {
        using var test = new ScriptedClient(Limited(("X-Rate-Limit-Retry", header)), Steps.Ok(Steps.MemberJson));

        var started = test.Clock.GetUtcNow();
        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.InRange(test.Clock.GetUtcNow() - started, RetryDefaults.BaseDelay / 2, RetryDefaults.BaseDelay);
    }

    [Fact]
    public async Task The_attempt_timeout_covers_reading_the_body()
    {
        using var test = new ScriptedClient(
            (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) }));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.IsType<LoyaltyTimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task A_retry_delay_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Limited(("Retry-After", "20")));
        var call = test.Client.V1.Members.AdjustBalanceAsync(
            "CARD", new AdjustBalanceRequest { Points = 1 }, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_call_with_a_cancelled_token_sends_nothing()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.AdjustAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task Retries_can_be_disabled()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Retry.MaxRetries = 0), Steps.FailToConnect());

        await Assert.ThrowsAsync<LoyaltyConnectionException>(() => test.AdjustAsync());

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_call_that_has_ended_leaves_no_timer()
    {
        using var test = new ScriptedClient(Steps.FailToConnect(), Steps.Ok(Steps.BalanceJson));

        await test.AdjustAsync(TestContext.Current.CancellationToken);

        // The card is remembered until its effect has settled.
        Assert.Equal(OrderingDefaults.SettleDelay, test.Clock.Step());
        Assert.Equal(0, test.Client.Parts.Sequencer.Count);

        // The id is remembered until a list must show the effect.
        test.Clock.Step();
        Assert.Equal(0, test.Clock.ActiveTimers);
        Assert.Equal(0, test.Client.Parts.Context.Reconciliation.Adjustments.Count);
    }

    /// <summary>Asserts that the waits were those of the backoff with the default options.</summary>
    private static void AssertBackoff(List<DateTimeOffset> sent)
    {
        Assert.Equal(4, sent.Count);
        for (var retry = 0; retry < 3; retry++)
        {
            var full = RetryDefaults.BaseDelay * Math.Pow(2, retry);
            Assert.InRange(sent[retry + 1] - sent[retry], full / 2, full);
        }
    }

    private static Step Limited(params (string Name, string Value)[] headers) =>
        Steps.Respond(HttpStatusCode.TooManyRequests, """{"code":429,"message":"Too many requests hit the API too quickly."}""", headers);

    private static string Epoch(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A body whose bytes never come.</summary>
    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var never = new TaskCompletionSource<int>();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return await never.Task;
        }
    }
}
