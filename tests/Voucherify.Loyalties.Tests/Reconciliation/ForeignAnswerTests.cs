using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>What stands between the client and the service also responds, and its word decides nothing.</summary>
public sealed class ForeignAnswerTests
{
    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(30) };

    [Theory]
    [InlineData(500, """{"code":500,"message":"upstream failed"}""")]
    [InlineData(502, """{"message":"bad gateway","request_id":"5f0c8a11d7e94f0d"}""")]
    [InlineData(503, """{"message":"no","request_id":"v-0c118c6f7c0e6751ab"}""")]
    [InlineData(504, """{"message":"The upstream server is timing out","request_id":"4e6d2b1f9a"}""")]
    [InlineData(504, """{"code":504,"key":"not_found"}""")]
    [InlineData(408, """{"code":408,"request_id":"v-0c118c6f7c0e6751ab"}""")]
    [InlineData(500, """{"code":500,"request_id":"v-"}""")]
    [InlineData(500, """{"code":500,"request_id":"0c118c6f7c0e6751ab"}""")]
    [InlineData(500, """{"code":500,"request_id":"v-zc118c6f"}""")]
    [InlineData(500, """{"code":500,"request_id":"V-0c118c6f7c0e6751ab"}""")]
    [InlineData(500, """{"code":500,"key":"gateway_error"}""")]
    public async Task A_foreign_error_does_not_shorten_the_window(int status, string body)
    {
        await SendsAgainAfter(ApiVersion.V1, status, body, ReconciliationDefaults.NoAnswerWindow);
        await SendsAgainAfter(ApiVersion.V2, status, body, ReconciliationDefaults.NoAnswerWindow);
    }

    [Theory]
    [InlineData("""{"code":500,"request_id":"v-0c118c6f7c0e6751ab"}""")]
    [InlineData("""{"code":500,"key":"resource_not_found"}""")]
    public async Task An_error_of_the_service_shortens_the_window(string body)
    {
        await SendsAgainAfter(ApiVersion.V1, 500, body, ReconciliationDefaults.ServiceErrorWindow);
        await SendsAgainAfter(ApiVersion.V2, 500, body, ReconciliationDefaults.ServiceErrorWindow);
    }

    [Theory]
    [InlineData(ApiVersion.V1, 403, "text/html", "<html>Blocked</html>")]
    [InlineData(ApiVersion.V1, 404, "text/html", "<html>No such page</html>")]
    [InlineData(ApiVersion.V1, 413, "text/plain", "Payload too large")]
    [InlineData(ApiVersion.V1, 400, "application/json", """{"code":400,"message":"bad request"}""")]
    [InlineData(ApiVersion.V2, 403, "text/html", "<html>Blocked</html>")]
    [InlineData(ApiVersion.V2, 404, "text/html", "<html>No such page</html>")]
    [InlineData(ApiVersion.V2, 413, "text/plain", "Payload too large")]
    [InlineData(ApiVersion.V2, 400, "application/json", """{"code":400,"message":"bad request"}""")]
    public async Task A_foreign_refusal_is_unknown_and_says_where_it_may_come_from(
        ApiVersion version, int status, string type, string body)
    {
        using var test = new ScriptedClient(Respond(status, type, body), Respond(status, type, body));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync(version));

        // A wrong host ends within one attempt and one lookup.
        Assert.Equal([HttpMethod.Post, HttpMethod.Get], test.Handler.Requests.Select(static request => request.Method));
        Assert.True(error.MayHaveBeenApplied);
        Assert.Equal((HttpStatusCode)status, Assert.IsType<LoyaltyApiException>(error.InnerException).StatusCode);
    }

    [Theory]
    [InlineData(ApiVersion.V1, 200, "text/html", "<html>Sign in to this network</html>")]
    [InlineData(ApiVersion.V1, 202, "text/plain", "accepted")]
    [InlineData(ApiVersion.V2, 200, "text/html", "<html>Sign in to this network</html>")]
    [InlineData(ApiVersion.V2, 202, "text/plain", "accepted")]
    public async Task A_page_instead_of_json_is_unknown_and_ends_after_one_lookup(
        ApiVersion version, int status, string type, string body)
    {
        using var test = new ScriptedClient(Respond(status, type, body));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync(version));

        Assert.Equal([HttpMethod.Post, HttpMethod.Get], test.Handler.Requests.Select(static request => request.Method));
        Assert.Equal(
            $"api.voucherify.io responded with {status} ({type}), and this does not look like Voucherify's answer: "
            + "check the cluster, the proxy, the firewall.",
            Assert.IsType<LoyaltyResponseException>(error.InnerException).Message);
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task A_page_to_a_lookup_alone_does_not_end_the_search(ApiVersion version)
    {
        var adjustment = Adjustment.Of(version);
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection(), Steps.Ok(adjustment.Response)],
            [Respond(200, "text/html", "<html></html>"), Steps.Ok(adjustment.EmptyList)]));

        await test.AdjustAsync(version, Patient);

        Assert.Equal(2, test.Handler.Requests.Count(static request => request.Method == HttpMethod.Post));
    }

    [Fact]
    public async Task The_error_of_a_foreign_refusal_names_status_type_host_and_what_to_check()
    {
        using var test = new ScriptedClient(Respond(403, "text/html", "<html></html>"));

        var unknown = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.RedeemAsync());

        Assert.Contains(
            "api.voucherify.io responded with 403 (text/html), and this does not look like Voucherify's answer:"
                + " check the cluster, the proxy, the firewall.",
            unknown.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":[1],"result":"SUCCESS"}""", false)]
    [InlineData("""{"id":"r_1","result":{}}""", false)]
    [InlineData("""{"id":"r_1","result":"SUCCESS","quantity":1.5,"order":[]}""", true)]
    public async Task An_id_and_a_result_decide_about_a_redemption(string body, bool isSuccess)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var error = await Record.ExceptionAsync(
            () => test.RedeemAsync());

        Assert.Equal(isSuccess ? null : typeof(LoyaltyOutcomeUnknownException), error?.GetType());
        Assert.Equal(
            isSuccess ? null : "A member that decides the outcome cannot be read.",
            error?.InnerException?.InnerException?.Message);
    }

    [Fact]
    public async Task A_foreign_refusal_without_a_content_type_says_so()
    {
        using var test = new ScriptedClient(async (request, cancellationToken) =>
        {
            var response = await Steps.Respond(HttpStatusCode.NotFound)(request, cancellationToken);
            response.Content.Headers.ContentType = null;
            return response;
        });

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.RedeemAsync());

        Assert.Contains("responded with 404 (no content type), and", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task A_foreign_refusal_after_the_effect_is_found(ApiVersion version)
    {
        using var test = new ScriptedClient(
            Respond(403, "text/html", "<html></html>"), Steps.Ok(Adjustment.Of(version).ListWithIt));

        Assert.True(await test.AdjustAsync(version));
        Assert.Equal(2, test.Attempts);
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task A_proxy_that_demands_credentials_has_sent_nothing(ApiVersion version)
    {
        using var test = new ScriptedClient(Respond(407, "text/html", "<html></html>"));

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(() => test.AdjustAsync(version));

        Assert.False(error.MayHaveBeenApplied);
        Assert.Equal("The proxy responded with 407: it demands credentials of its own, and passed nothing on.", error.Message);
        Assert.Equal(1, test.Attempts);
    }

    [Theory]
    [InlineData("""{"points":5,"balance":999}""")]
    [InlineData("""{"points":200,"balance":999}""")]
    [InlineData("""{"points":100.5,"balance":999}""")]
    [InlineData("""{"points":"many","balance":999}""")]
    [InlineData("""{"points":0,"balance":0}""")]
    [InlineData("""{"code":400,"key":"invalid_payload","balance":1}""")]
    [InlineData("""{"code":503,"points":100,"balance":1}""")]
    [InlineData("""{"statusCode":413,"points":100,"balance":1}""")]
    [InlineData("""{"key":"not_found","points":100,"balance":1}""")]
    [InlineData("""{"points":100,"balance":[]}""")]
    public async Task A_success_that_does_not_fit_the_request_is_looked_up(string body)
    {
        using var test = new ScriptedClient(Steps.Ok(body), Steps.Ok(Adjustment.Of(ApiVersion.V1).ListWithIt));

        var result = await test.AdjustAsync();

        Assert.True(result.Recovered);
        Assert.Equal([HttpMethod.Post, HttpMethod.Get], test.Handler.Requests.Select(static request => request.Method));
    }

    [Theory]
    [InlineData("""{"points":100,"balance":600,"related_object":[]}""", 100L)]
    [InlineData("""{"points":100,"balance":600,"related_object":{"id":[1],"type":5}}""", 100L)]
    [InlineData("""{"points":100.0,"balance":600.0}""", 100L)]
    [InlineData("""{"points":1e2,"balance":6E2,"total":12.5}""", 100L)]
    [InlineData("""{"points":-100,"balance":600}""", -100L)]
    [InlineData("""{"balance":600,"type":{}}""", null)]
    [InlineData("""{"points":100,"balance":600,"type":"\ud800"}""", 100L)]
    [InlineData("""{"code":"CARD","points":100,"balance":600,"key":"mine"}""", 100L)]
    public async Task An_odd_value_elsewhere_never_turns_a_success_into_unknown(string body, long? points)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var result = await test.AdjustAsync();

        Assert.Equal((600, points, false), (result.Balance, result.Points, result.Recovered));
        Assert.Equal(1, test.Attempts);
    }

    [Theory]
    [InlineData(-100, """{"points":30,"balance":0}""", true)]
    [InlineData(-100, """{"points":-30,"balance":0}""", true)]
    [InlineData(-100, """{"points":30,"balance":5}""", false)]
    [InlineData(-100, """{"points":130,"balance":0}""", false)]
    [InlineData(100, """{"points":30,"balance":0}""", false)]
    public async Task A_removal_may_take_what_is_there(long asked, string body, bool isSuccess)
    {
        using var test = new ScriptedClient(Steps.Ok(body), Respond(403, "text/html", ""));

        var error = await Record.ExceptionAsync(() => test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new AdjustBalanceRequest { Points = asked, SourceId = "order-1" },
            cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(isSuccess ? null : typeof(LoyaltyOutcomeUnknownException), error?.GetType());
    }

    private static async Task SendsAgainAfter(ApiVersion version, int status, string body, TimeSpan window)
    {
        var adjustment = Adjustment.Of(version);
        using var test = new ScriptedClient(Steps.ByMethod(
            [Respond(status, "application/json", body), Steps.Ok(adjustment.Response)], [Steps.Ok(adjustment.EmptyList)]));
        var started = test.Clock.GetUtcNow();

        await test.AdjustAsync(version, Patient);

        Assert.InRange(test.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(21));
        Assert.Equal(2, test.Handler.Requests.Count(static request => request.Method == HttpMethod.Post));
    }

    private static Step Respond(int status, string type, string body) => async (request, cancellationToken) =>
    {
        var response = await Steps.Respond((HttpStatusCode)status, body)(request, cancellationToken);
        response.Content.Headers.ContentType = new(type);
        return response;
    };
}
