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
        Assert.Equal(1, test.Attempts);
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

    private static Step RateLimited(int remaining, long renewsIn) => Steps.Respond(
        HttpStatusCode.OK,
        Steps.MemberJson,
        ("Date", DateTimeOffset.UnixEpoch.ToString("R", CultureInfo.InvariantCulture)),
        ("X-Rate-Limit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        ("X-Rate-Limit-Retry", renewsIn.ToString(CultureInfo.InvariantCulture)));
}
