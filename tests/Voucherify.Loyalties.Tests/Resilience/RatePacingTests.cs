using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class RatePacingTests
{
    [Fact]
    public async Task Calls_wait_for_the_next_rate_period_if_none_are_left()
    {
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn: 20), Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        var started = test.Clock.GetUtcNow();

        await test.GetAsync();

        Assert.Equal(TimeSpan.FromSeconds(20), test.Clock.GetUtcNow() - started);
        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_rate_period_that_begins_too_late_fails_the_call_before_it_is_sent()
    {
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn: 45));
        await test.GetAsync();

        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.AdjustAsync());

        Assert.Equal(TimeSpan.FromSeconds(45), error.RetryAfter);
        Assert.Equal(test.Clock.GetUtcNow().AddSeconds(45), error.HeldBackUntil);
        Assert.Equal(
            "AdjustBalance: the client holds calls back until 2026-01-15 12:00:45 UTC, because an earlier response said that no calls are"
                + " left in this period. This request was not sent.",
            error.Message);
        Assert.False(error.MayHaveBeenApplied);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_call_behind_a_refused_one_says_that_it_was_held_back()
    {
        using var test = new ScriptedClient(Refused("40"));
        var refused = await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());

        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.AdjustAsync());

        Assert.Null(refused.HeldBackUntil);
        Assert.StartsWith("Voucherify responded with 429", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            "AdjustBalance: the client holds calls back until 2026-01-15 12:00:40 UTC, because Voucherify refused another call with 429."
                + " This request was not sent.",
            error.Message);
        Assert.Equal(test.Clock.GetUtcNow().AddSeconds(40), error.HeldBackUntil);
        Assert.False(error.MayHaveBeenApplied);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_probe_ends_a_wait_of_an_hour_that_one_refusal_asked_for()
    {
        using var test = new ScriptedClient(Refused("3600"), Steps.Ok(Steps.MemberJson));
        await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());
        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), error.RetryAfter);
        Assert.Equal(1, test.Attempts);

        test.Clock.Advance(TimeSpan.FromSeconds(10));
        var started = test.Clock.GetUtcNow();
        await test.GetAsync();
        await test.GetAsync();

        Assert.Equal(3, test.Attempts);
        Assert.InRange(test.Clock.GetUtcNow() - started, TimeSpan.Zero, TimeSpan.FromSeconds(0.2));
    }

    [Fact]
    public async Task Probes_become_rarer_while_the_service_refuses_them()
    {
        var sent = new List<DateTimeOffset>();
        using var test = ScriptedClient.Timed(sent, Refused("3600"));

        // A caller that tries again every second.
        for (var second = 0; second <= 3_600; second++)
        {
            await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());
            test.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            [0, 10, 30, 70, 150, 310, 630, 1_230, 1_830, 2_430, 3_030], sent.Select(time => (time - sent[0]).TotalSeconds));
    }

    [Fact]
    public async Task A_probe_ends_a_used_up_period_of_an_hour()
    {
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn: 3_600), RateLimited(remaining: 57, renewsIn: 3_590));
        await test.GetAsync();
        await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());

        test.Clock.Advance(TimeSpan.FromSeconds(10));
        await test.GetAsync();
        await test.GetAsync();

        Assert.Equal(3, test.Attempts);
        Assert.Equal(56, test.Client.Parts.Pacer.Remaining);
    }

    [Fact]
    public async Task Waiting_calls_follow_the_probe_of_a_long_wait()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options =>
            {
                options.TotalTimeout = TimeSpan.FromHours(2);
                options.Retry.MaxServerDelay = TimeSpan.FromHours(1);
            }),
            RateLimited(remaining: 0, renewsIn: 3_600),
            Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        var started = test.Clock.GetUtcNow();

        await test.Clock.RunToEnd(Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD"))));

        Assert.InRange(test.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(12));
        Assert.Equal(11, test.Attempts);
    }

    [Theory]
    [InlineData("bulk_api_calls")]
    [InlineData("api_calls_cycle")]
    public async Task A_refusal_for_another_limit_holds_no_other_call_back(string type)
    {
        using var test = new ScriptedClient(
            Steps.Respond(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "40"), ("X-Rate-Limit-Type", type)),
            Steps.Ok(Steps.MemberJson));
        await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.GetAsync());

        await test.GetAsync();

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_probe_that_gets_no_response_does_not_stop_the_others()
    {
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn: 20), Steps.Hang(), Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        var probe = test.Client.V1.Members.GetMemberAsync("CARD");
        test.Clock.Step();
        Assert.Equal(2, test.Attempts);
        var started = test.Clock.GetUtcNow();

        await test.GetAsync();

        Assert.Equal(TimeSpan.FromSeconds(1), test.Clock.GetUtcNow() - started);
        await test.Clock.RunToEnd(probe);
    }

    [Fact]
    public async Task A_gateway_error_does_not_count_as_the_response_to_a_probe()
    {
        using var test = new ScriptedClient(
            RateLimited(remaining: 0, renewsIn: 20), Steps.Respond(HttpStatusCode.BadGateway), Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        var probe = test.Client.V1.Members.GetMemberAsync("CARD");
        test.Clock.Advance(TimeSpan.FromSeconds(20));
        var started = test.Clock.GetUtcNow();

        var others = Enumerable.Range(0, 3).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD")).ToList();
        Assert.Equal(2, test.Attempts);
        await test.Clock.RunToEnd(Task.WhenAll(others.Append(probe)));

        Assert.InRange(test.Clock.GetUtcNow() - started, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal(6, test.Attempts);
    }

    [Fact]
    public async Task Calls_long_after_a_used_up_period_need_no_probe()
    {
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn: 20), Steps.Hang());
        await test.GetAsync();
        await Assert.ThrowsAsync<LoyaltyRateLimitException>(() => test.AdjustAsync(options: new() { Timeout = TimeSpan.FromSeconds(1) }));
        test.Clock.Advance(TimeSpan.FromSeconds(81));

        _ = Enumerable.Range(0, 10).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD")).ToList();

        Assert.Equal(11, test.Attempts);
    }

    [Theory]
    [InlineData(100, 11, false)]
    [InlineData(100, 10, false)]
    [InlineData(100, 9, true)]
    [InlineData(5, 1, false)]
    [InlineData(5, 0, true)]
    [InlineData(null, 1, false)]
    [InlineData(null, 0, true)]
    public async Task The_rate_is_scarce_below_a_tenth_of_its_limit(int? limit, int remaining, bool expected)
    {
        using var test = new ScriptedClient(RateLimited(remaining, renewsIn: 30, limit));
        Assert.False(test.Client.Parts.Pacer.IsScarce);

        await test.GetAsync();
        Assert.Equal(expected, test.Client.Parts.Pacer.IsScarce);

        test.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(test.Client.Parts.Pacer.IsScarce);
    }

    [Fact]
    public async Task The_rate_is_scarce_while_calls_are_held_back_or_follow_a_probe()
    {
        using var test = new ScriptedClient(Refused("20"), Steps.Ok(Steps.MemberJson));
        var pacer = test.Client.Parts.Pacer;
        var calls = Enumerable.Range(0, 3).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD")).ToList();
        Assert.True(pacer.IsScarce);

        while (test.Attempts < 4)
        {
            test.Clock.Step();
            Assert.True(pacer.IsScarce);
        }

        await test.Clock.RunToEnd(Task.WhenAll(calls));
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(pacer.IsScarce);
    }

    [Fact]
    public async Task Callers_use_the_remaining_calls_before_they_wait()
    {
        using var test = new ScriptedClient(RateLimited(remaining: 2, renewsIn: 20), Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        var started = test.Clock.GetUtcNow();

        await test.GetAsync();
        await test.GetAsync();
        Assert.Equal(started, test.Clock.GetUtcNow());

        await test.GetAsync();
        Assert.Equal(TimeSpan.FromSeconds(20), test.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task A_wait_for_the_next_rate_period_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn: 20));
        await test.GetAsync();
        var call = test.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, test.Attempts);
    }

    [Theory]
    [InlineData(2_592_000)]
    [InlineData(200_000_000_000)]
    public async Task A_rate_period_of_days_does_not_hold_back_calls(long renewsIn)
    {
        using var test = new ScriptedClient(RateLimited(remaining: 0, renewsIn), Steps.Ok(Steps.MemberJson));
        await test.GetAsync();

        await test.GetAsync();

        Assert.Equal(2, test.Attempts);
    }

    private static Step Refused(string retryAfter) =>
        Steps.Respond(HttpStatusCode.TooManyRequests, """{"code":429}""", ("Retry-After", retryAfter));

    private static Step RateLimited(int remaining, long renewsIn, int? limit = null) => Steps.Respond(
        HttpStatusCode.OK,
        Steps.MemberJson,
        ("Date", DateTimeOffset.UnixEpoch.ToString("R", CultureInfo.InvariantCulture)),
        ("X-Rate-Limit-Limit", limit?.ToString(CultureInfo.InvariantCulture) ?? "many"),
        ("X-Rate-Limit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        ("X-Rate-Limit-Retry", renewsIn.ToString(CultureInfo.InvariantCulture)));
}
