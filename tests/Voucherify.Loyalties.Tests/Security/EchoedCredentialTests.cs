using System.Net;
using System.Text;
using System.Text.Json;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>A service, a gateway or a proxy repeats what it was sent. No error of the client repeats it once more.</summary>
public sealed class EchoedCredentialTests
{
    private const string Slashed = "canary/app+token==";

    public static TheoryData<string, HttpStatusCode> Responses
    {
        get
        {
            var data = new TheoryData<string, HttpStatusCode>();
            foreach (var kind in SecretCredentials.All.Keys)
            {
                foreach (var status in (HttpStatusCode[])
                    [
                        HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
                        HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
                        HttpStatusCode.ServiceUnavailable, HttpStatusCode.ProxyAuthenticationRequired, HttpStatusCode.Found,
                    ])
                {
                    data.Add(kind, status);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task A_service_that_repeats_every_header_does_not_reach_the_error(string kind, HttpStatusCode status)
    {
        var echo = Echo(status);
        using var test = New(SecretCredentials.All[kind](), echo.WithToken());

        AssertClean(await ErrorAsync(() => test.GetAsync()));
        AssertClean(await ErrorAsync(() => test.AdjustAsync(options: new() { Timeout = TimeSpan.FromSeconds(5) })));
        Assert.Contains(test.Handler.Requests, static request => Canary.IsIn(request.Headers));
    }

    [Fact]
    public async Task A_token_endpoint_that_repeats_the_key_does_not_reach_the_error()
    {
        using var test = New(SecretCredentials.All["OAuth"](), Echo(HttpStatusCode.Unauthorized));

        var error = await ErrorAsync(() => test.GetAsync());

        AssertClean(error);
        Assert.Contains("(secret)", error.Message, StringComparison.Ordinal);
        Assert.Equal("unauthorized", Assert.IsType<LoyaltyApiException>(error).Key);
    }

    [Fact]
    public async Task A_service_that_repeats_the_token_of_a_form_does_not_reach_the_error()
    {
        using var test = New(
            SecretCredentials.All["key"](),
            Steps.Respond(HttpStatusCode.BadRequest, $$"""{"key":"bad_token","message":"{{Canary.Bearer}} is not known"}"""));

        AssertClean(await ErrorAsync(
            () => test.Clock.RunToEnd(test.Client.OAuth.RevokeTokenAsync(new() { AccessToken = Canary.Bearer }))));
        AssertClean(await ErrorAsync(
            () => test.Clock.RunToEnd(test.Client.OAuth.IntrospectTokenAsync(new() { AccessToken = Canary.Bearer }))));
    }

    [Fact]
    public async Task A_download_host_that_repeats_the_address_does_not_reach_the_error()
    {
        var export = new Export
        {
            Id = "exp_1",
            Status = ExportStatus.Done,
            Result = new() { Url = $"https://download.voucherify.io/v1/exports/exp_1?token={Canary.Bearer}" },
        };
        using var test = New(
            LoyaltyCredentials.ApiKey("an-id", "a-token"),
            static (request, _) => Task.FromResult(Json(HttpStatusCode.NotFound, $"{request.RequestUri} is gone")));

        AssertClean(await ErrorAsync(() => test.Clock.RunToEnd(test.Client.V1.Exports.DownloadAsync(export))));
    }

    [Theory]
    [InlineData(Slashed)]
    [InlineData("canary%2Fapp%2Btoken%3D%3D")]
    [InlineData(@"canary/app\u002Btoken==")]
    [InlineData("CANARY/APP+TOKEN==")]
    public async Task A_key_is_recognized_in_another_notation(string written)
    {
        using var test = New(
            LoyaltyCredentials.ApiKey("an-id", Slashed), (_, _) => Task.FromResult(Json(HttpStatusCode.Forbidden, $"no {written} here")));

        var error = await ErrorAsync(() => test.GetAsync());

        Assert.Contains("no (secret) here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_the_caller_and_of_handlers_do_not_reach_the_error()
    {
        using var test = new ScriptedClient(
            static client => client.WithUserHandler(new ChangingHandler(static request =>
            {
                request.Headers.TryAddWithoutValidation("Proxy-Authorization", "Basic canary");
                request.Headers.TryAddWithoutValidation("X-Gateway-Key", "canary-gateway");
            })),
            Echo(HttpStatusCode.Forbidden));

        var error = await ErrorAsync(() => test.AdjustAsync(options: new()
        {
            Timeout = TimeSpan.FromSeconds(5),
            Headers = new Dictionary<string, string> { ["X-Tenant-Secret"] = "canary-tenant" },
        }));

        AssertClean(error);
        Assert.Contains(test.Handler.Requests, static request => request.Header("X-Gateway-Key") is "canary-gateway");
    }

    [Fact]
    public async Task What_is_no_credential_stays_in_the_error()
    {
        using var test = New(
            LoyaltyCredentials.ApiKey("an-id", "a-token"),
            Steps.Respond(HttpStatusCode.BadRequest, """{"key":"invalid_payload","message":"v2018-08-01 expects 'id' and 'token'"}"""));

        var error = await ErrorAsync(() => test.GetAsync());

        Assert.Equal("Voucherify responded with 400 invalid_payload: v2018-08-01 expects 'id' and 'token'", error.Message);
    }

    [Theory]
    [InlineData("refused by http://user:canary@proxy.example:3128/", "refused by http://(secret)@proxy.example:3128/")]
    [InlineData("a://x:canary@h b://y:canary@h", "a://(secret)@h b://(secret)@h")]
    [InlineData("see https://example.com/a@b", "see https://example.com/a@b")]
    public async Task The_user_info_of_an_address_does_not_reach_the_error(string message, string shown)
    {
        using var test = New(
            LoyaltyCredentials.ApiKey("an-id", "a-token"),
            (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, message, new IOException(message)));

        var error = await ErrorAsync(() => test.GetAsync());

        AssertClean(error);
        Assert.EndsWith(shown, error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpRequestError.ConnectionError, Assert.IsType<HttpRequestException>(error.InnerException).HttpRequestError);
    }

    [Fact]
    public async Task A_proxy_that_refuses_the_tunnel_is_not_named()
    {
        using var test = New(LoyaltyCredentials.ApiKey("an-id", "a-token"), static (_, _) => throw new HttpRequestException(
            HttpRequestError.ProxyTunnelError, "The tunnel to 'http://us er:can ary@proxy' failed: canary", null, (HttpStatusCode)407));

        var error = await ErrorAsync(() => test.AdjustAsync());

        AssertClean(error);
        Assert.Equal(
            "Voucherify could not be reached at https://api.voucherify.io: The proxy refused the tunnel with 407.",
            Assert.IsType<LoyaltyConnectionException>(error).Message);
    }

    [Fact]
    public async Task The_message_of_an_unknown_outcome_does_not_quote_the_exception_of_a_handler()
    {
        using var test = New(
            LoyaltyCredentials.ApiKey("an-id", "a-token"),
            async (request, cancellationToken) =>
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                throw new InvalidOperationException("canary");
            });

        var error = Assert.IsType<LoyaltyOutcomeUnknownException>(
            await ErrorAsync(() => test.AdjustAsync(options: new() { Timeout = TimeSpan.FromSeconds(5) })));

        Assert.False(Canary.IsIn(error.Message));
    }

    [Theory]
    [InlineData("http://canary-user:canary-password@voucherify.example")]
    [InlineData("https://canary-user:canary-password@voucherify.example")]
    [InlineData("canary-user:canary-password@voucherify.example")]
    [InlineData("canary-app-token")]
    public void A_cluster_that_is_refused_is_not_repeated(string cluster) =>
        Assert.False(Canary.IsIn(Assert.ThrowsAny<ArgumentException>(() => VoucherifyCluster.Parse(cluster)).ToString()));

    private static ScriptedClient New(LoyaltyCredentials credentials, Step step) =>
        new(client => client.WithCredentials(credentials).Configure(static options => options.Retry.MaxRetries = 1), step);

    /// <summary>Responds with every header of the request in every member of the error.</summary>
    private static Step Echo(HttpStatusCode status) => async (request, cancellationToken) =>
    {
        await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask);
        var echo = string.Join(' ', request.Headers.NonValidated.Select(static header => $"{header.Key}={header.Value}"));
        var response = Json(status, echo);
        response.Headers.TryAddWithoutValidation("X-Rate-Limit-Type", echo);
        return response;
    };

    private static HttpResponseMessage Json(HttpStatusCode status, string text)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["code"] = (int)status,
            ["key"] = "unauthorized",
            ["message"] = text,
            ["details"] = new Dictionary<string, string> { ["sent"] = text },
            ["request_id"] = "v-0c118c6f7c0e6751ab",
            ["resource_id"] = text,
            ["resource_type"] = text,
            ["error"] = new Dictionary<string, string> { ["message"] = text },
        });
        return new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private static async Task<Exception> ErrorAsync(Func<Task> call) => (await Record.ExceptionAsync(call))!;

    private static void AssertClean(Exception error)
    {
        Assert.IsAssignableFrom<LoyaltyException>(error);
        Canary.AssertNotIn(Canary.TextsOf(error));
    }
}
