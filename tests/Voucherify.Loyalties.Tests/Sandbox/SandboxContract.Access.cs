using System.Net;
using System.Net.Http.Headers;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string UnauthorizedBody = """{"code":401,"message":"Unauthorized","key":"unauthorized"}""";

    private static Task<ReceivedResponse> TokenAsync(HttpClient client, string form = "grant_type=client_credentials&scope=loyalties") =>
        PostAsync(client, "v1/oauth/token", form, FormType);

    private async Task<HttpClient> BearerClientAsync(LoyaltySandbox sandbox, HttpClient client, string scope)
    {
        var token = (string?)(await TokenAsync(client, $"grant_type=client_credentials&scope={scope}")).Json["access_token"];
        return BearerClient(sandbox, token!);
    }

    private HttpClient BearerClient(LoyaltySandbox sandbox, string token)
    {
        var client = Client(sandbox, withKeys: false);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("sandbox-app-id", null)]
    [InlineData(null, "sandbox-app-token")]
    [InlineData("sandbox-app-id", "wrong")]
    [InlineData("wrong", "sandbox-app-token")]
    public async Task Missing_or_wrong_keys_are_unauthorized(string? id, string? token)
    {
        var (sandbox, _) = await StartWithCardAsync();
        var client = Client(sandbox, withKeys: false);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-App-Id", id is null ? [] : [id]);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-App-Token", token is null ? [] : [token]);

        AssertJson(UnauthorizedBody, await GetAsync(client, "v1/loyalties/members/CARD"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_token_is_unauthorized()
    {
        var (sandbox, _) = await StartWithCardAsync();

        var response = await GetAsync(BearerClient(sandbox, "nonsense"), "v1/loyalties/members/CARD");

        AssertJson(UnauthorizedBody, response, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_key_pair_gets_a_token()
    {
        var (_, client) = await StartAsync();

        var response = await TokenAsync(client, "grant_type=client_credentials&scope=loyalties+async-actions%20exports");

        AssertJson(
            $$"""
            {"access_token":"{{response.Json["access_token"]}}","client_id":"sandbox-app-id",
             "expires_at":{{Time.GetUtcNow().ToUnixTimeSeconds() + 900}},"expires_in":900,
             "scope":"loyalties async-actions exports","token_type":"Bearer"}
            """,
            response,
            HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("loyalties")]
    [InlineData("vouchers+loyalties")]
    public async Task A_token_with_the_right_scope_opens_the_loyalty_routes(string scope)
    {
        var (sandbox, client) = await StartWithCardAsync();
        var bearer = await BearerClientAsync(sandbox, client, scope);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(bearer, "v1/loyalties/members/CARD")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AdjustAsync(bearer, 1)).Status);
    }

    [Fact]
    public async Task A_token_without_the_right_scope_lacks_permission()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var bearer = await BearerClientAsync(sandbox, client, "vouchers");

        AssertJson(
            """
            {"code":403,"message":"Missing permission","key":"missing_required_permission",
             "details":"User does not have a required permission to perform this operation."}
            """,
            await AdjustAsync(bearer, 1),
            HttpStatusCode.Forbidden);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_token_cannot_get_another_token()
    {
        var (sandbox, client) = await StartAsync();
        var bearer = await BearerClientAsync(sandbox, client, "api");

        AssertJson(UnauthorizedBody, await TokenAsync(bearer), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_is_valid_for_fifteen_minutes()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var bearer = await BearerClientAsync(sandbox, client, "loyalties");

        Time.Advance(TimeSpan.FromSeconds(899));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(bearer, "v1/loyalties/members/CARD")).Status);
        Time.Advance(TimeSpan.FromSeconds(1));
        AssertJson(UnauthorizedBody, await GetAsync(bearer, "v1/loyalties/members/CARD"), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&scope=vouchers,campaigns", "invalid_scope", "Invalid scope: vouchers,campaigns")]
    [InlineData("grant_type=client_credentials&scope=everything", "invalid_scope", "Invalid scope: everything")]
    [InlineData("grant_type=client_credentials", "invalid_scope", "Invalid scope: ")]
    [InlineData("grant_type=password&scope=api", "invalid_grant_type", "Invalid grant type: password")]
    [InlineData("scope=api", "invalid_grant_type", "Invalid grant type: ")]
    public async Task An_invalid_token_request_is_refused(string form, string key, string message)
    {
        var (_, client) = await StartAsync();

        AssertJson(
            $$"""{"code":400,"key":"{{key}}","message":"{{message}}"}""",
            await TokenAsync(client, form),
            HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_token_request_must_be_a_form()
    {
        var (_, client) = await StartAsync();

        var response = await PostAsync(client, "v1/oauth/token", """{"grant_type":"client_credentials","scope":"api"}""");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.Status);
    }

    [Fact]
    public async Task Introspection_returns_the_remaining_lifetime_of_a_token()
    {
        var (_, client) = await StartAsync();
        var token = (await TokenAsync(client)).Json;
        Time.Advance(TimeSpan.FromSeconds(100));

        var response = await PostAsync(client, "v1/oauth/introspect", $"access_token={token["access_token"]}", FormType);

        AssertJson(
            $$"""
            {"access_token":"{{token["access_token"]}}","client_id":"sandbox-app-id","expires_at":{{token["expires_at"]}},
             "expires_in":800,"scope":"loyalties","token_type":"Bearer","active":true}
            """,
            response,
            HttpStatusCode.OK);
    }

    [Fact]
    public async Task Introspection_of_an_unknown_token_returns_only_that_it_is_inactive()
    {
        var (_, client) = await StartAsync();

        AssertJson("""{"active":false}""", await PostAsync(client, "v1/oauth/introspect", "access_token=x", FormType), HttpStatusCode.OK);
        Assert.Equal(
            "missing_parameters",
            (string?)(await PostAsync(client, "v1/oauth/introspect", string.Empty, FormType)).Json["key"]);
    }

    [Fact]
    public async Task A_revoked_token_is_unauthorized()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var token = (string)(await TokenAsync(client)).Json["access_token"]!;

        var revoked = await PostAsync(client, "v1/oauth/token/revoke", $"access_token={token}", FormType);
        var again = await PostAsync(client, "v1/oauth/token/revoke", $"access_token={token}", FormType);

        Assert.Equal((HttpStatusCode.NoContent, ""), (revoked.Status, revoked.Body));
        Assert.Equal((HttpStatusCode.NotFound, ""), (again.Status, again.Body));
        var response = await GetAsync(BearerClient(sandbox, token), "v1/loyalties/members/CARD");
        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
    }

    [Fact]
    public async Task Every_response_has_the_remaining_rate_limit()
    {
        var (sandbox, client) = await StartWithCardAsync(options: Options(rateLimit: 2));
        var strangers = Client(sandbox, withKeys: false);

        var first = await GetAsync(client, "v1/loyalties/members/CARD");
        var second = await GetAsync(strangers, "v1/loyalties/members/CARD");

        Assert.Equal((2, 1), (first.Number("X-Rate-Limit-Limit"), first.Number("X-Rate-Limit-Remaining")));
        Assert.Equal(Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(), first.Number("X-Rate-Limit-Retry"));
        Assert.Equal((HttpStatusCode.Unauthorized, 0), (second.Status, second.Number("X-Rate-Limit-Remaining")));
        Assert.False(second.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task Calls_over_the_limit_are_refused_until_the_minute_ends()
    {
        var (sandbox, client) = await StartWithCardAsync(options: Options(rateLimit: 1));
        await AdjustAsync(client, 1);
        Time.Advance(TimeSpan.FromSeconds(18.5));

        var refused = await AdjustAsync(client, 1);

        AssertJson(
            """{"code":429,"message":"Too many requests hit the API too quickly."}""",
            refused,
            HttpStatusCode.TooManyRequests);
        Assert.Equal(42, refused.Number("Retry-After"));
        Assert.Equal("api_calls", refused.Headers["X-Rate-Limit-Type"]);
        Assert.Equal(0, refused.Number("X-Rate-Limit-Remaining"));
        Assert.Equal(1, sandbox.V1.GetCard("CARD").Balance);

        Time.Advance(TimeSpan.FromSeconds(refused.Number("Retry-After")));
        Assert.Equal(HttpStatusCode.OK, (await AdjustAsync(client, 1)).Status);
    }
}
