using System.Net;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>Waits that end exactly with the time of a call, or exactly at a limit.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public async Task An_attempt_with_exactly_the_time_of_its_call_ends_with_the_call()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.TotalTimeout = options.AttemptTimeout), Steps.Hang());

        var error = await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => test.GetAsync());

        Assert.Equal("GetMember: no response within the time of the call (TotalTimeout, or RequestOptions.Timeout).", error.Message);
    }

    [Fact]
    public async Task A_server_delay_of_exactly_the_limit_is_waited_for()
    {
        using var test = new ScriptedClient(Refused("30"), Steps.Ok(Steps.MemberJson));

        await test.GetAsync();

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_server_delay_of_exactly_the_remaining_time_is_not_waited_for()
    {
        using var test = new ScriptedClient(Refused("10"));
        var started = test.Clock.GetUtcNow();

        await Assert.ThrowsAsync<LoyaltyRateLimitException>(
            () => test.AdjustAsync(options: new RequestOptions { Timeout = TimeSpan.FromSeconds(10) }));

        Assert.Equal((started, 1), (test.Clock.GetUtcNow(), test.Attempts));
    }

    [Fact]
    public async Task A_token_is_renewed_once_for_all_attempts_of_a_call()
    {
        var renewals = 0;
        using var test = new ScriptedClient(
            client => client.WithCredentials(LoyaltyCredentials.AccessToken((context, _) =>
            {
                renewals += context.ForceRenewal ? 1 : 0;
                return new("token");
            })),
            Steps.Respond(HttpStatusCode.Unauthorized, "{}"),
            Steps.Respond(HttpStatusCode.ServiceUnavailable, "{}"),
            Steps.Respond(HttpStatusCode.Unauthorized, "{}"));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());

        Assert.Equal((HttpStatusCode.Unauthorized, 1, 3), (error.StatusCode, renewals, test.Attempts));
    }

    private static Step Refused(string retryAfter) => Steps.Respond(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", retryAfter));
}
