using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.DependencyInjection;

public sealed class HealthCheckTests
{
    private const string Refusal = """{"code":401,"key":"unauthorized","message":"Unauthorized"}""";

    [Fact]
    public async Task A_health_check_makes_one_read()
    {
        using var handler = new ScriptedHandler(Steps.Ok("""{"object":"list","campaigns":[],"total":0}"""));

        var report = await CheckAsync(handler);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        var sent = Assert.Single(handler.Requests);
        Assert.Equal((HttpMethod.Get, "/v1/loyalties?limit=1"), (sent.Method, sent.Uri.PathAndQuery));
    }

    [Fact]
    public async Task A_health_check_reports_rejected_credentials_without_showing_them()
    {
        using var handler = new ScriptedHandler(Steps.Respond(HttpStatusCode.Unauthorized, Refusal));

        var entry = (await CheckAsync(handler)).Entries["voucherify"];

        Assert.Equal((HealthStatus.Unhealthy, "Voucherify responds with 401, unauthorized."), (entry.Status, entry.Description));
        Assert.IsType<LoyaltyApiException>(entry.Exception);
        Assert.DoesNotContain("app-token", entry.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_health_check_fails_with_the_status_of_its_registration()
    {
        using var handler = new ScriptedHandler(Steps.FailToConnect());

        var report = await CheckAsync(handler, HealthStatus.Degraded);

        Assert.Equal((HealthStatus.Degraded, "Voucherify cannot be reached."), (report.Status, report.Entries["voucherify"].Description));
    }

    [Fact]
    public async Task A_health_check_that_is_rate_limited_is_degraded()
    {
        using var handler = new ScriptedHandler(
            Steps.Respond(HttpStatusCode.TooManyRequests, """{"code":429}""", ("X-Rate-Limit-Type", "api_calls_cycle")));

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(handler)).Status);
    }

    [Fact]
    public async Task A_cancelled_health_check_throws_OperationCanceledException()
    {
        using var handler = new ScriptedHandler(Steps.Hang());
        using var client = Client(handler);
        using var cancellation = new CancellationTokenSource();
        var check = new LoyaltyHealthCheck(client).CheckHealthAsync(
            new HealthCheckContext { Registration = new("voucherify", new LoyaltyHealthCheck(client), null, null) }, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public async Task A_card_that_is_held_up_for_longer_than_the_window_degrades_the_health()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection()],
            [(request, cancellationToken) => request.RequestUri!.AbsolutePath.EndsWith("/transactions", StringComparison.Ordinal)
                ? Steps.Respond(HttpStatusCode.InternalServerError)(request, cancellationToken)
                : Steps.Ok("""{"object":"list","campaigns":[],"total":0}""")(request, cancellationToken)]));
        using var cancellation = new CancellationTokenSource();
        var call = test.Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new() { Points = 1, SourceId = "order-1" },
            options: new RequestOptions { Timeout = TimeSpan.FromHours(1) },
            cancellationToken: cancellation.Token);
        test.Clock.Advance(TimeSpan.FromSeconds(190));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(test.Client)).Status);

        test.Clock.Advance(TimeSpan.FromSeconds(1));

        var result = await CheckAsync(test.Client);
        Assert.Equal(
            (HealthStatus.Degraded, "Voucherify responds, but an unknown outcome has held up cards for longer than the window. Cards: 1."),
            (result.Status, result.Description));
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
    }

    private static Task<HealthCheckResult> CheckAsync(LoyaltyClient client)
    {
        var check = new LoyaltyHealthCheck(client);
        return check.CheckHealthAsync(
            new HealthCheckContext { Registration = new("voucherify", check, null, null) }, TestContext.Current.CancellationToken);
    }

    private static LoyaltyClient Client(HttpMessageHandler handler) =>
        new TestClientBuilder().Configure(static options => options.Retry.MaxRetries = 0).WithHandler(handler).Build();

    private static async Task<HealthReport> CheckAsync(HttpMessageHandler handler, HealthStatus? failureStatus = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<ILoyaltyClient>(Client(handler));
        services.AddHealthChecks().AddCheck<LoyaltyHealthCheck>("voucherify", failureStatus);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
    }
}
