using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>A program that logs everything, including the loggers of HttpClient.</summary>
[Collection(nameof(RunsAlone))]
public sealed class CanaryHostTests
{
    /// <summary>The additional loggers of the requests.</summary>
    public enum Loggers
    {
        /// <summary>None, which is the default.</summary>
        None,

        /// <summary>The program adds the loggers of HttpClient to every client.</summary>
        OfAllClients,

        /// <summary>The program adds them to this client.</summary>
        OfThisClient,
    }

    [Theory]
    [InlineData(Loggers.None)]
    [InlineData(Loggers.OfAllClients)]
    [InlineData(Loggers.OfThisClient)]
    public async Task The_logs_of_a_host_show_no_secret_at_any_level(Loggers loggers)
    {
        using var recorder = new OutputRecorder();
        var errors = new List<Exception>();
        await using var provider = Start(recorder, loggers);
        var client = provider.GetRequiredService<ILoyaltyClient>();

        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);
        for (var i = 0; i < 4; i++)
        {
            errors.Add(await Assert.ThrowsAnyAsync<LoyaltyException>(
                () => client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken)));
        }

        var health = await provider.GetRequiredService<LoyaltyHealthCheck>().CheckHealthAsync(new HealthCheckContext
        {
            Registration = new HealthCheckRegistration(
                "voucherify", provider.GetRequiredService<LoyaltyHealthCheck>(), HealthStatus.Unhealthy, null),
        }, TestContext.Current.CancellationToken);
        errors.Add(health.Exception!);
        Canary.AssertNotIn(recorder.All);
        Canary.AssertNotIn(errors.SelectMany(Canary.TextsOf));
        Canary.AssertNotIn([$"{health.Description} {string.Join(' ', health.Data)}"]);

        // The addresses contain card codes, so HttpClient's loggers are off unless the program adds them to this client.
        Assert.Equal(
            loggers == Loggers.OfThisClient,
            recorder.Logged.Any(static line => line.Contains("System.Net.Http.HttpClient", StringComparison.Ordinal)));
        Assert.NotEmpty(recorder.Logged);
    }

    private static ServiceProvider Start(OutputRecorder recorder, Loggers loggers)
    {
        var settings = new Dictionary<string, string?>
        {
            ["V:AppId"] = Canary.AppId,
            ["V:AppToken"] = Canary.AppToken,
            ["V:OAuthScopes:0"] = "loyalties",
            ["V:Retry:BaseDelay"] = "00:00:00.001",
        };
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.AddProvider(recorder).SetMinimumLevel(LogLevel.Trace));
        if (loggers == Loggers.OfAllClients)
        {
            services.ConfigureHttpClientDefaults(static builder => builder.AddDefaultLogger());
        }

        var http = services.AddVoucherifyLoyalties(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("V"));
        http.ConfigurePrimaryHttpMessageHandler(static () => new ScriptedHandler(
            Steps.Ok(SecretCredentials.TokenJson),
            Steps.Ok(Steps.MemberJson),
            Steps.Respond(System.Net.HttpStatusCode.Forbidden),
            Steps.Respond(System.Net.HttpStatusCode.Redirect),
            Steps.Ok("<html></html>"),
            Steps.FailToConnect()));
        if (loggers == Loggers.OfThisClient)
        {
            http.AddDefaultLogger();
        }

        services.AddSingleton<LoyaltyHealthCheck>();
        return services.BuildServiceProvider();
    }
}
