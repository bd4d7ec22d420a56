using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.DependencyInjection;

public sealed class HealthCheckTests
{
    private const string Refusal = """{"code":401,"key":"unauthorized","message":"Unauthorized"}""";

    [Fact]
    public async Task One_read_shows_that_the_service_answers()
    {
        using var handler = new ScriptedHandler(Steps.Ok("""{"object":"list","campaigns":[],"total":0}"""));

        var report = await CheckAsync(handler);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        var sent = Assert.Single(handler.Requests);
        Assert.Equal((HttpMethod.Get, "/v1/loyalties?limit=1"), (sent.Method, sent.Uri.PathAndQuery));
    }

    [Fact]
    public async Task Credentials_that_are_refused_are_told_without_being_shown()
    {
        using var handler = new ScriptedHandler(Steps.Respond(HttpStatusCode.Unauthorized, Refusal));

        var entry = (await CheckAsync(handler)).Entries["voucherify"];

        Assert.Equal((HealthStatus.Unhealthy, "Voucherify answers with 401, unauthorized."), (entry.Status, entry.Description));
        Assert.IsType<LoyaltyApiException>(entry.Exception);
        Assert.DoesNotContain("app-token", entry.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_registration_says_how_bad_a_failure_is()
    {
        using var handler = new ScriptedHandler(Steps.FailToConnect());

        var report = await CheckAsync(handler, HealthStatus.Degraded);

        Assert.Equal((HealthStatus.Degraded, "Voucherify is not reachable."), (report.Status, report.Entries["voucherify"].Description));
    }

    [Fact]
    public async Task A_rate_limit_is_a_degradation()
    {
        using var handler = new ScriptedHandler(
            Steps.Respond(HttpStatusCode.TooManyRequests, """{"code":429}""", ("X-Rate-Limit-Type", "api_calls_cycle")));

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(handler)).Status);
    }

    [Fact]
    public async Task A_probe_that_leaves_is_no_failure_of_the_service()
    {
        using var handler = new ScriptedHandler(Steps.Hang());
        using var client = Client(handler);
        using var leave = new CancellationTokenSource();
        var check = new LoyaltyHealthCheck(client).CheckHealthAsync(
            new HealthCheckContext { Registration = new("voucherify", new LoyaltyHealthCheck(client), null, null) }, leave.Token);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    private static LoyaltyClient Client(HttpMessageHandler handler) => new(
        new LoyaltyClientOptions
        {
            Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token"),
            Retry = new RetryOptions { MaxRetries = 0 },
        },
        handler);

    private static async Task<HealthReport> CheckAsync(HttpMessageHandler handler, HealthStatus? failureStatus = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<ILoyaltyClient>(Client(handler));
        services.AddHealthChecks().AddCheck<LoyaltyHealthCheck>("voucherify", failureStatus);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
    }
}
