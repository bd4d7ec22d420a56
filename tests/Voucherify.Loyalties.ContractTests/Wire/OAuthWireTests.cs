using System.Net;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The forms of the three OAuth operations and their responses.</summary>
public sealed class OAuthWireTests : StubbedTests
{
    [Theory]
    [InlineData("grant_type=client_credentials&scope=api", "api")]
    [InlineData("grant_type=client_credentials&scope=api+loyalties+validation-rules", "api", "loyalties", "validation-rules")]
    [InlineData("grant_type=client_credentials&scope=a%26b%3Dc%2Bd", "a&b=c+d")]
    public async Task A_token_is_requested_with_a_form(string form, params string[] scopes)
    {
        Expect(Exchange.Post("/v1/oauth/token", Responses.Token("token-1", "api loyalties")));

        var token = await Connect().OAuth.CreateTokenAsync(
            new() { Scope = [.. scopes.Select(static scope => new OAuthScope(scope))] },
            cancellationToken: Stop);

        AssertForm(form, await Server.RequestAsync());
        Assert.Equal(
            new OAuthToken
            {
                AccessToken = "token-1",
                ClientId = "sandbox-app-id",
                ExpiresAt = 1715775300,
                ExpiresIn = 900,
                Scope = "api loyalties",
                TokenType = "Bearer",
            },
            token);
    }

    [Theory]
    [InlineData("token-1", "access_token=token-1")]
    [InlineData("a+b/c=", "access_token=a%2Bb%2Fc%3D")]
    [InlineData("a b&c=ü", "access_token=a+b%26c%3D%C3%BC")]
    public async Task A_token_is_introspected_with_a_form(string token, string form)
    {
        const string Introspected = """
            {"access_token":"token-1","client_id":"key-id","expires_at":1715775300,"expires_in":899,"scope":"api","token_type":"Bearer",
            "active":true}
            """;
        Expect(Exchange.Post("/v1/oauth/introspect", Introspected));

        var introspection = await Connect().OAuth.IntrospectTokenAsync(new() { AccessToken = token }, cancellationToken: Stop);

        AssertForm(form, await Server.RequestAsync());
        Assert.Equal(
            new TokenIntrospection
            {
                AccessToken = "token-1",
                ClientId = "key-id",
                ExpiresAt = 1715775300,
                ExpiresIn = 899,
                Scope = "api",
                TokenType = "Bearer",
                Active = true,
            },
            introspection);
    }

    [Fact]
    public async Task An_unknown_token_is_introspected_as_inactive()
    {
        Expect(Exchange.Post("/v1/oauth/introspect", """{"active":false}"""));

        var introspection = await Connect().OAuth.IntrospectTokenAsync(new() { AccessToken = "gone" }, cancellationToken: Stop);

        Assert.Equal(new TokenIntrospection { Active = false }, introspection);
    }

    [Theory]
    [InlineData("token-1", "access_token=token-1")]
    [InlineData("a+b/c=", "access_token=a%2Bb%2Fc%3D")]
    public async Task A_token_is_revoked_with_a_form_and_an_empty_response(string token, string form)
    {
        Expect(Exchange.Post("/v1/oauth/token/revoke", null, 204));

        await Connect().OAuth.RevokeTokenAsync(new() { AccessToken = token }, cancellationToken: Stop);

        AssertForm(form, await Server.RequestAsync());
    }

    [Fact]
    public async Task A_404_response_without_a_body_is_an_exception_without_a_key()
    {
        Expect(Exchange.Post("/v1/oauth/token/revoke", null, 404));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().OAuth.RevokeTokenAsync(new() { AccessToken = "gone" }, cancellationToken: Stop));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new ApiError(), error.Error);
    }

    [Theory]
    [InlineData("""{"code":400,"key":"invalid_scope","message":"Invalid scope: vouchers,campaigns"}""", LoyaltyErrorKeys.InvalidScope)]
    [InlineData("""{"code":400,"key":"invalid_grant_type","message":"Invalid grant type: password"}""", LoyaltyErrorKeys.InvalidGrantType)]
    public async Task A_rejected_token_request_keeps_the_error_of_the_service(string answer, string key)
    {
        Expect(Exchange.Post("/v1/oauth/token", answer, 400));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().OAuth.CreateTokenAsync(new() { Scope = [new OAuthScope("vouchers,campaigns")] }, cancellationToken: Stop));

        Assert.Equal(key, error.Key);
        Assert.Equal(400, error.Error.Code);
        Assert.StartsWith("Invalid ", error.Error.Message, StringComparison.Ordinal);
        Assert.Null(error.RequestId);
    }

    private static void AssertForm(string form, StubbedRequest request)
    {
        Assert.Equal("POST", request.Method);
        Assert.Equal("", request.RawQuery);
        Assert.Equal(form, request.Body);
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal(form.Length, int.Parse(request.Header("Content-Length")!, null));
        Assert.Null(request.Header("Transfer-Encoding"));
        Assert.Null(request.Header("Authorization"));
        Assert.Equal(TestClientBuilder.AppId, request.Header("X-App-Id"));
        Assert.Equal(TestClientBuilder.AppToken, request.Header("X-App-Token"));
        Assert.Equal("v2018-08-01", request.Header("X-Voucherify-API-Version"));
    }
}
