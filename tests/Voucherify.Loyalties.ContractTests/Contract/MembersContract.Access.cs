using System.Net;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.ContractTests.Contract;

public abstract partial class MembersContract
{
    private const string TokenPath = "/v1/oauth/token";

    private static LoyaltyCredentials OAuth =>
        LoyaltyCredentials.OAuth(LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken);

    [Theory]
    [InlineData(LoyaltySandboxOptions.DefaultAppId, "wrong")]
    [InlineData("wrong", LoyaltySandboxOptions.DefaultAppToken)]
    public async Task A_wrong_API_key_is_rejected(string appId, string appToken)
    {
        var client = await StartAsync(
            new() { Cards = [Card(200)], Script = [Exchange.Post(BalancePath, Responses.Unauthorized, 401)] },
            options => options.Credentials = LoyaltyCredentials.ApiKey(appId, appToken));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 1 }, cancellationToken: Stop));

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        Assert.Equal(new ApiError { Code = 401, Key = LoyaltyErrorKeys.Unauthorized, Message = "Unauthorized" }, error.Error);
    }

    [Fact]
    public async Task A_wrong_API_key_gets_no_token_and_nothing_is_sent()
    {
        var client = await StartAsync(
            new() { Cards = [Card(200)], Script = [Exchange.Post(TokenPath, Responses.Unauthorized, 401)] },
            static options => options.Credentials = LoyaltyCredentials.OAuth("wrong", "wrong"));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 1 }, cancellationToken: Stop));

        Assert.Equal(LoyaltyErrorKeys.Unauthorized, error.Key);
    }

    [Fact]
    public async Task A_token_is_shared_by_all_calls()
    {
        var client = await StartAsync(
            new()
            {
                Cards = [Card(200)],
                Script =
                [
                    Exchange.Post(TokenPath, Responses.Token("token-1")),
                    Exchange.Post(BalancePath, Responses.Balance(100, 300)) with { Bearer = "token-1" },
                    Exchange.Get(MemberPath, MemberOf("""{"points":300,"balance":300}""")) with { Bearer = "token-1" },
                ],
            },
            static options => options.Credentials = OAuth);

        AssertBalance(100, 300, await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop));
        Assert.Equal(300, (await client.V1.Members.GetMemberAsync(Code, cancellationToken: Stop)).LoyaltyCard!.Balance);
    }

    [Fact]
    public async Task An_expired_token_is_renewed_before_the_call()
    {
        var client = await StartAsync(
            new()
            {
                Cards = [Card(200)],
                Script =
                [
                    Exchange.Post(TokenPath, Responses.Token("token-1")),
                    Exchange.Post(BalancePath, Responses.Balance(100, 300)) with { Bearer = "token-1" },
                    Exchange.Post(TokenPath, Responses.Token("token-2")),
                    Exchange.Post(BalancePath, Responses.Balance(100, 400)) with { Bearer = "token-2" },
                ],
            },
            static options => options.Credentials = OAuth);

        await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop);
        Clock.Advance(TimeSpan.FromSeconds(901));

        AssertBalance(100, 400, await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_token_that_the_service_rejects_is_renewed_once()
    {
        var key = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(TokenPath, Responses.Token("token-1")),
                Exchange.Post("/v1/oauth/token/revoke", null, 204),
                Exchange.Post(BalancePath, Responses.Unauthorized, 401) with { Bearer = "token-1" },
                Exchange.Post(TokenPath, Responses.Token("token-2")),
                Exchange.Post(BalancePath, Responses.Balance(100, 300)) with { Bearer = "token-2" },
            ],
        });
        var token = (await key.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Loyalties] }, cancellationToken: Stop)).AccessToken!;
        await key.OAuth.RevokeTokenAsync(new() { AccessToken = token }, cancellationToken: Stop);
        var client = Connect(options => options.Credentials = LoyaltyCredentials.AccessToken(async (context, cancellationToken) =>
        {
            if (!context.ForceRenewal)
            {
                return token;
            }

            var renewed = await key.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Loyalties] }, cancellationToken: cancellationToken);
            return renewed.AccessToken!;
        }));

        AssertBalance(100, 300, await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_token_without_the_required_scope_is_rejected()
    {
        var client = await StartAsync(
            new()
            {
                Cards = [Card(200)],
                Script =
                [
                    Exchange.Post(TokenPath, Responses.Token("token-1", "vouchers")),
                    Exchange.Post(
                        BalancePath,
                        """
                        {"code":403,"message":"Missing permission",
                        "details":"User does not have a required permission to perform this operation.",
                        "key":"missing_required_permission"}
                        """,
                        403) with { Bearer = "token-1" },
                ],
            },
            static options => options.Credentials = LoyaltyCredentials.OAuth(
                LoyaltySandboxOptions.DefaultAppId,
                LoyaltySandboxOptions.DefaultAppToken,
                OAuthScope.Vouchers));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 1 }, cancellationToken: Stop));

        Assert.Equal((HttpStatusCode.Forbidden, LoyaltyErrorKeys.MissingRequiredPermission), (error.StatusCode, error.Key));
    }

    [Fact]
    public async Task A_token_is_created_introspected_and_revoked()
    {
        const string Active = """
            {"access_token":"token-1","client_id":"sandbox-app-id","expires_at":1715775300,"expires_in":900,"scope":"api loyalties",
            "token_type":"Bearer","active":true}
            """;
        var client = await StartAsync(new()
        {
            Script =
            [
                Exchange.Post(TokenPath, Responses.Token("token-1", "api loyalties")),
                Exchange.Post("/v1/oauth/introspect", Active),
                Exchange.Post("/v1/oauth/token/revoke", null, 204),
                Exchange.Post("/v1/oauth/introspect", """{"active":false}"""),
                Exchange.Post("/v1/oauth/token/revoke", null, 404),
            ],
        });

        var token = await client.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Api, OAuthScope.Loyalties] }, cancellationToken: Stop);
        Assert.Equal(
            new OAuthToken
            {
                AccessToken = token.AccessToken,
                ClientId = LoyaltySandboxOptions.DefaultAppId,
                ExpiresAt = new DateTimeOffset(2024, 5, 15, 12, 15, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
                ExpiresIn = 900,
                Scope = "api loyalties",
                TokenType = "Bearer",
            },
            token);

        var active = await client.OAuth.IntrospectTokenAsync(new() { AccessToken = token.AccessToken! }, cancellationToken: Stop);
        Assert.Equal(
            new TokenIntrospection
            {
                AccessToken = token.AccessToken,
                ClientId = token.ClientId,
                ExpiresAt = token.ExpiresAt,
                ExpiresIn = 900,
                Scope = "api loyalties",
                TokenType = "Bearer",
                Active = true,
            },
            active);

        await client.OAuth.RevokeTokenAsync(new() { AccessToken = token.AccessToken! }, cancellationToken: Stop);
        var gone = await client.OAuth.IntrospectTokenAsync(new() { AccessToken = token.AccessToken! }, cancellationToken: Stop);
        Assert.Equal(new TokenIntrospection { Active = false }, gone);

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.OAuth.RevokeTokenAsync(new() { AccessToken = token.AccessToken! }, cancellationToken: Stop));
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new ApiError(), error.Error);
    }

    [Fact]
    public async Task An_unknown_scope_is_rejected()
    {
        var client = await StartAsync(new()
        {
            Script =
            [
                Exchange.Post(TokenPath, """{"code":400,"key":"invalid_scope","message":"Invalid scope: vouchers,campaigns"}""", 400),
            ],
        });

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.OAuth.CreateTokenAsync(new() { Scope = [new OAuthScope("vouchers,campaigns")] }, cancellationToken: Stop));

        Assert.Equal(
            new ApiError { Code = 400, Key = LoyaltyErrorKeys.InvalidScope, Message = "Invalid scope: vouchers,campaigns" },
            error.Error);
    }

    [Fact]
    public async Task A_rate_limited_call_waits_as_long_as_the_service_asks()
    {
        var wait = TimeSpan.FromSeconds(60);
        var client = await StartAsync(
            new()
            {
                Cards = [Card(200)],
                RateLimit = 1,
                Script =
                [
                    Exchange.Post(BalancePath, Responses.Balance(100, 300)),
                    TooMany("60"),
                    Exchange.Post(BalancePath, Responses.Balance(100, 400)),
                ],
            },
            options =>
            {
                options.TotalTimeout = TimeSpan.FromMinutes(10);
                options.Retry.MaxServerDelay = wait;
            });
        await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop);

        var call = client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop);
        await Clock.TimerOf(wait).WaitAsync(Stop);
        Assert.False(call.IsCompleted);
        Clock.Advance(wait);

        AssertBalance(100, 400, await call);
    }

    [Fact]
    public async Task A_rate_limit_that_lasts_too_long_fails_the_call_at_once()
    {
        var client = await StartAsync(
            new() { Cards = [Card(200)], RateLimit = 1, Script = [Exchange.Post(BalancePath, Responses.Balance(100, 300)), TooMany("60")] },
            static options => options.Retry.MaxServerDelay = TimeSpan.FromSeconds(59));
        await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop);

        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(
            () => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, cancellationToken: Stop));

        // If the first response stated that no call is left, the client sends nothing.
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60)), (error.StatusCode, error.RetryAfter));
    }

    private static Exchange TooMany(string seconds) => Exchange.Post(BalancePath, Responses.TooManyRequests, 429) with
    {
        Headers = new Dictionary<string, string> { ["Retry-After"] = seconds, ["X-Rate-Limit-Type"] = "api_calls" },
    };
}
