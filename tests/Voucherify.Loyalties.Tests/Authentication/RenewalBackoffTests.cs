using System.Net;
using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Authentication;

/// <summary>When the service refuses every token, new tokens do not help, and each costs a request.</summary>
public sealed class RenewalBackoffTests
{
    [Fact]
    public async Task Fifty_calls_that_are_refused_request_two_tokens()
    {
        using var server = new TokenServer { RejectsAll = true };
        using var test = server.NewClient();

        for (var i = 0; i < 50; i++)
        {
            var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());
            Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        }

        Assert.Equal(2, server.Issued);
        Assert.Equal(2 + 51, test.Attempts);
    }

    [Fact]
    public async Task Tokens_that_are_all_refused_are_requested_after_times_that_double_up_to_a_minute()
    {
        using var server = new TokenServer { RejectsAll = true };
        using var test = server.NewClient();
        var requested = new List<double>();
        var start = test.Clock.GetUtcNow();

        for (var i = 0; i < 200; i++)
        {
            var before = server.Issued;
            await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());
            if (server.Issued > Math.Max(before, 1))
            {
                requested.Add((test.Clock.GetUtcNow() - start).TotalSeconds);
            }

            test.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([0, 1, 3, 7, 15, 31, 63, 123, 183], requested);
    }

    [Fact]
    public async Task A_provider_is_asked_for_new_tokens_after_times_that_double()
    {
        var renewals = 0;
        using var server = new TokenServer { RejectsAll = true };
        using var test = server.NewClient(options => options.Credentials = LoyaltyCredentials.AccessToken((context, _) =>
            new($"mine-{(context.ForceRenewal ? ++renewals : renewals)}")));

        for (var i = 0; i < 50; i++)
        {
            await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());
        }

        Assert.Equal(1, renewals);
    }

    [Fact]
    public async Task A_token_that_was_accepted_is_renewed_at_once_when_it_is_revoked()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();

        for (var i = 1; i <= 5; i++)
        {
            await test.GetAsync();
            server.Rejected.Add($"token-{i}");
        }

        await test.GetAsync();
        Assert.Equal(6, server.Issued);
    }

    [Fact]
    public void A_call_that_was_refused_late_shares_the_token_that_others_have_renewed()
    {
        var backoff = new RenewalBackoff(new SteppingClock());

        Assert.True(backoff.MayRenew("token-1"));
        backoff.Accepted("token-2");
        Assert.True(backoff.MayRenew("token-2"));

        Assert.True(backoff.MayRenew("token-1"));
        Assert.False(backoff.MayRenew("token-3"));
    }
}
