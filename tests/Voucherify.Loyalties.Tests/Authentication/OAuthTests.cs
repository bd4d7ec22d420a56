using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Authentication;

public sealed class OAuthTests
{
    [Fact]
    public async Task A_call_requests_a_token_with_the_key_and_sends_only_the_token()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();

        await test.AdjustAsync(TestContext.Current.CancellationToken);

        var (token, call) = (test.Handler.Requests[0], test.Handler.Requests[1]);
        Assert.Equal("https://api.voucherify.io/v1/oauth/token", token.Uri.AbsoluteUri);
        Assert.Equal("application/x-www-form-urlencoded", token.Header("Content-Type")?.Split(';')[0]);
        Assert.Equal("app-id", token.Header("X-App-Id"));
        Assert.Equal("app-token", token.Header("X-App-Token"));
        Assert.Null(token.Header("Authorization"));
        Assert.Equal("Bearer token-1", call.Header("Authorization"));
        Assert.Null(call.Header("X-App-Id"));
        Assert.Null(call.Header("X-App-Token"));
    }

    [Fact]
    public async Task Further_calls_reuse_the_token()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();

        await test.AdjustAsync(TestContext.Current.CancellationToken);
        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, server.Issued);
    }

    [Fact]
    public async Task A_thousand_callers_on_a_cold_cache_make_one_token_request()
    {
        using var server = new TokenServer { Gate = new TaskCompletionSource() };
        using var test = server.NewClient();
        var ready = new Barrier(4);

        var callers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            ready.SignalAndWait();
            return Enumerable.Range(0, 250).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD")).ToList();
        })));
        var calls = callers.SelectMany(static c => c).ToList();
        Assert.All(calls, static call => Assert.False(call.IsCompleted));
        server.Gate.SetResult();

        await Task.WhenAll(calls);
        Assert.Equal(1000, calls.Count);
        Assert.Equal(1, server.Issued);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();

        await test.GetAsync(TestContext.Current.CancellationToken);
        test.Clock.Advance(TimeSpan.FromSeconds(719));
        await test.GetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, server.Issued);

        test.Clock.Advance(TimeSpan.FromSeconds(1));
        await test.GetAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, server.Issued);
    }

    [Theory]
    [InlineData(721)]
    [InlineData(901)]
    public async Task A_token_that_is_due_for_renewal_is_not_sent(int seconds)
    {
        using var server = new TokenServer();
        using var test = server.NewClient();
        await test.GetAsync(TestContext.Current.CancellationToken);

        test.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer token-2", test.Handler.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_call_waits_for_the_renewal_of_an_expired_token()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();
        await test.GetAsync(TestContext.Current.CancellationToken);
        test.Clock.Advance(TimeSpan.FromSeconds(900));
        server.Gate = new TaskCompletionSource();

        var call = test.Client.V1.Members.GetMemberAsync("CARD");

        Assert.False(call.IsCompleted);
        server.Gate.SetResult();
        await call;
        Assert.Equal("Bearer token-2", test.Handler.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_valid_token_is_used_when_its_early_renewal_fails()
    {
        using var server = new TokenServer();
        using var test = server.NewClient(static options => options.Retry.MaxRetries = 0);
        await test.GetAsync(TestContext.Current.CancellationToken);

        test.Clock.Advance(TimeSpan.FromSeconds(800));
        server.TokenStatus = HttpStatusCode.InternalServerError;
        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer token-1", test.Handler.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_call_does_not_wait_for_an_early_renewal_that_hangs()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();
        await test.GetAsync(TestContext.Current.CancellationToken);

        test.Clock.Advance(TimeSpan.FromSeconds(800));
        server.Gate = new TaskCompletionSource();
        var call = test.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(call.IsCompletedSuccessfully, "The call waited, though its token is still valid.");
        Assert.Equal("Bearer token-1", test.Handler.Requests[^1].Header("Authorization"));
        await call;
    }

    [Fact]
    public async Task A_call_without_a_token_sends_nothing()
    {
        using var server = new TokenServer { TokenStatus = HttpStatusCode.BadRequest };
        using var test = server.NewClient();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => test.AdjustAsync());

        Assert.Equal("invalid_scope", error.Key);
        Assert.All(test.Handler.Requests, static request => Assert.Equal("/v1/oauth/token", request.Uri.AbsolutePath));
        Assert.Single(test.Handler.Requests);
    }

    [Fact]
    public async Task A_failed_token_request_is_not_cached()
    {
        using var server = new TokenServer { TokenStatus = HttpStatusCode.BadRequest };
        using var test = server.NewClient();
        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());

        server.TokenStatus = HttpStatusCode.OK;

        await test.GetAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_rejected_token_is_renewed_once_even_without_retries()
    {
        using var server = new TokenServer();
        using var test = server.NewClient(static options => options.Retry.MaxRetries = 0);
        await test.GetAsync(TestContext.Current.CancellationToken);

        server.Rejected.Add("token-1");
        await test.AdjustAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Issued);
        Assert.Equal("Bearer token-2", test.Handler.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_token_that_is_rejected_again_fails_the_call()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();
        server.Rejected.UnionWith(["token-1", "token-2", "token-3"]);

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => test.AdjustAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        Assert.Equal(2, server.Issued);
    }

    [Fact]
    public async Task Calls_that_were_rejected_with_the_same_token_share_one_renewal()
    {
        using var server = new TokenServer();
        using var test = server.NewClient();
        await test.GetAsync(TestContext.Current.CancellationToken);
        server.Rejected.Add("token-1");
        server.Gate = new TaskCompletionSource();

        var calls = Enumerable.Range(0, 50).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD")).ToList();
        server.Gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, server.Issued);
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_cancel_the_token_request_of_the_others()
    {
        using var server = new TokenServer { Gate = new TaskCompletionSource() };
        using var test = server.NewClient();
        using var impatient = new CancellationTokenSource();
        var leaving = test.Client.V1.Members.GetMemberAsync("CARD", cancellationToken: impatient.Token);
        var staying = test.Client.V1.Members.GetMemberAsync("CARD");

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        server.Gate.SetResult();

        await staying;
        Assert.Equal(1, server.Issued);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_for_a_token_sends_nothing()
    {
        using var server = new TokenServer { Gate = new TaskCompletionSource() };
        using var test = server.NewClient();
        using var impatient = new CancellationTokenSource();
        var call = test.Client.V1.Members.AdjustBalanceAsync(
            "CARD", new AdjustBalanceRequest { Points = 1 }, cancellationToken: impatient.Token);

        await impatient.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.IsNotType<LoyaltyOperationCanceledException>(error);
    }

    [Fact]
    public async Task Scopes_are_sent_separated_by_spaces()
    {
        using var server = new TokenServer();
        using var test = server.NewClient(
            static options => options.Credentials = LoyaltyCredentials.OAuth("app-id", "app-token", OAuthScope.Loyalties, OAuthScope.Api));

        await test.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "grant_type=client_credentials&scope=loyalties+api",
            test.Handler.Requests[0].Body?.Replace("%20", "+", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_provider_is_asked_for_tokens_and_for_their_renewal()
    {
        var asked = new List<bool>();
        using var server = new TokenServer();
        server.Rejected.Add("mine-1");
        using var test = server.NewClient(options => options.Credentials = LoyaltyCredentials.AccessToken((context, _) =>
        {
            asked.Add(context.ForceRenewal);
            return new ValueTask<string>(string.Create(CultureInfo.InvariantCulture, $"mine-{asked.Count}"));
        }));

        await test.AdjustAsync(TestContext.Current.CancellationToken);

        Assert.Equal([false, true], asked);
        Assert.Equal(0, server.Issued);
    }

    [Theory]
    [InlineData("""{"access_token":"token-1"}""", 900)]
    [InlineData("""{"access_token":"token-1","expires_in":60}""", 60)]
    [InlineData("""{"access_token":"token-1","expires_in":0}""", 1)]
    [InlineData("""{"access_token":"token-1","expires_in":9999999999}""", 86_400)]
    public async Task A_token_is_used_for_its_stated_lifetime_but_at_most_a_day(string response, int seconds)
    {
        using var test = new ScriptedClient(
            static client => client.WithCredentials(LoyaltyCredentials.OAuth("app-id", "app-token")),
            Steps.Ok(response),
            Steps.Ok(Steps.MemberJson),
            Steps.Ok(Steps.MemberJson),
            Steps.Ok(response),
            Steps.Ok(Steps.MemberJson));
        await test.GetAsync();
        test.Clock.Advance((TimeSpan.FromSeconds(seconds) * 0.8) - TimeSpan.FromMilliseconds(1));
        await test.GetAsync();
        Assert.Equal(3, test.Attempts);

        test.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await test.GetAsync();
        Assert.Equal(5, test.Attempts);
    }

    [Fact]
    public async Task A_token_response_without_a_token_fails_the_call()
    {
        using var test = new ScriptedClient(
            static client => client.WithCredentials(LoyaltyCredentials.OAuth("app-id", "app-token")), Steps.Ok("""{"expires_in":900}"""));

        var error = await Assert.ThrowsAsync<LoyaltyException>(() => test.AdjustAsync());

        Assert.Equal("The token endpoint responded without an access token: nothing was sent.", error.Message);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task Disposing_the_client_ends_a_token_request_and_the_calls_that_wait_for_it()
    {
        using var server = new TokenServer { Gate = new TaskCompletionSource() };
        using var test = server.NewClient();
        var calls = Enumerable.Range(0, 3).Select(_ => test.Client.V1.Members.GetMemberAsync("CARD")).ToList();

        test.Client.Dispose();
        test.Client.Dispose(); // A second time does nothing.

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        }

        Assert.Single(test.Handler.Requests);
    }
}
