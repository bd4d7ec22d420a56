using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.Configuration;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.DependencyInjection;

public sealed class ConfigurationTests
{
    private static readonly Dictionary<string, string?> Key = new() { ["Voucherify:AppId"] = "app-id", ["Voucherify:AppToken"] = "canary" };

    [Fact]
    public void Every_configuration_key_sets_its_option()
    {
        var options = Options(
            ("Cluster", "us1"),
            ("AttemptTimeout", "00:00:05"),
            ("TotalTimeout", "00:00:50"),
            ("MaxResponseBytes", "65536"),
            ("PooledConnectionIdleTimeout", "00:00:20"),
            ("MaxConnectionsPerServer", "9"),
            ("UseHttp2", "true"),
            ("Retry:MaxRetries", "7"),
            ("Retry:BaseDelay", "00:00:00.25"),
            ("Retry:MaxDelay", "00:00:11"),
            ("Retry:MaxServerDelay", "00:00:31"),
            ("Ordering:SettleDelay", "00:00:03"),
            ("Ordering:MaxQueueWait", "00:01:01"),
            ("Ordering:MaxQueueLength", "40"),
            ("Ordering:AfterUnknown", "continue"),
            ("Reconciliation:ServiceErrorWindow", "00:00:12"),
            ("Reconciliation:NoAnswerWindow", "00:03:20"),
            ("Reconciliation:Enabled", "false"),
            ("Reconciliation:OutcomeTimeout", "-00:00:00.001"),
            ("Reconciliation:BaseDelay", "00:00:00.75"),
            ("Reconciliation:MaxDelay", "00:00:13"),
            ("Reconciliation:LookbackMargin", "00:02:00"),
            ("Reconciliation:EventMarkerProperty", "voucherify_id"));

        Assert.Equal(VoucherifyCluster.UnitedStates, options.Cluster);
        Assert.Equal((Seconds(5), Seconds(50)), (options.AttemptTimeout, options.TotalTimeout));
        Assert.Equal(65536, options.MaxResponseBytes);
        Assert.Equal((Seconds(20), 9, true), (options.PooledConnectionIdleTimeout, options.MaxConnectionsPerServer, options.UseHttp2));
        Assert.Equal(
            (7, Seconds(0.25), Seconds(11), Seconds(31)),
            (options.Retry.MaxRetries, options.Retry.BaseDelay, options.Retry.MaxDelay, options.Retry.MaxServerDelay));
        Assert.Equal(
            (Seconds(3), Seconds(61), 40, AfterUnknownOutcome.Continue),
            (
                options.Ordering.SettleDelay, options.Ordering.MaxQueueWait, options.Ordering.MaxQueueLength,
                options.Ordering.AfterUnknown));
        Assert.Equal((Seconds(12), Seconds(200)), (options.Reconciliation.ServiceErrorWindow, options.Reconciliation.NoAnswerWindow));
        Assert.Equal((false, Timeout.InfiniteTimeSpan), (options.Reconciliation.Enabled, options.Reconciliation.OutcomeTimeout));
        Assert.Equal(
            (Seconds(0.75), Seconds(13), Seconds(120)),
            (options.Reconciliation.BaseDelay, options.Reconciliation.MaxDelay, options.Reconciliation.LookbackMargin));
        Assert.Equal("voucherify_id", options.Reconciliation.EventMarkerProperty);
    }

    [Fact]
    public void Every_option_has_a_configuration_key_or_can_only_be_set_in_code()
    {
        string[] onlyInCode =
        [
            nameof(LoyaltyClientOptions.TimeProvider), nameof(LoyaltyClientOptions.LoggerFactory), nameof(LoyaltyClientOptions.Credentials),
            nameof(LoyaltyClientOptions.BeforeAttempt),
        ];
        var options = typeof(LoyaltyClientOptions).GetProperties()
            .SelectMany(static property => property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)
                ? property.PropertyType.GetProperties().Select(inner => $"{property.Name}:{inner.Name}")
                : [property.Name]);

        Assert.Equal(
            options.Except(onlyInCode).Order(StringComparer.Ordinal),
            SectionKeys.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_option_without_a_configuration_key_keeps_its_default()
    {
        var options = Options();

        Assert.Equal(VoucherifyCluster.Europe, options.Cluster);
        Assert.Equal(Seconds(60), options.TotalTimeout);
        Assert.Equal("API key (X-App-Id, X-App-Token)", options.Credentials?.ToString());
    }

    [Theory]
    [InlineData("OAuthScopes", "loyalties exports")]
    [InlineData("OAuthScopes:0", "loyalties", "OAuthScopes:1", "exports")]
    public void OAuth_scopes_in_the_configuration_select_OAuth_credentials(params string[] scopes)
    {
        var options = Options([.. scopes.Chunk(2).Select(static pair => (pair[0], pair[1]))]);

        Assert.Equal("OAuth (scopes: loyalties exports)", options.Credentials?.ToString());
    }

    [Fact]
    public void Options_set_in_code_override_the_configuration()
    {
        var provider = Register(Key)
            .Configure<LoyaltyClientOptions>(static options => options.TotalTimeout = Seconds(33))
            .BuildServiceProvider();

        Assert.Equal(Seconds(33), provider.GetRequiredService<IOptions<LoyaltyClientOptions>>().Value.TotalTimeout);
    }

    [Theory]
    [InlineData("Voucherify:AppId", "AppId", null)]
    [InlineData("Voucherify:AppToken", "AppToken", null)]
    [InlineData("Voucherify:AppToken", "AppToken", "")]
    [InlineData("Voucherify:AppToken", "AppToken", "canary\n")]
    [InlineData("Voucherify:OAuthScopes", "OAuthScopes", "")]
    [InlineData("Voucherify:AppTokn", "AppTokn", "canary")]
    [InlineData("Voucherify:Retry:MaxRetry", "Retry:MaxRetry", "3")]
    [InlineData("Voucherify:Retry", "Retry", "3")]
    [InlineData("Voucherify:AppToken:Value", "AppToken:Value", "canary")]
    [InlineData("Voucherify:Cluster", "Cluster", "canary")]
    [InlineData("Voucherify:Cluster", "Cluster", "http://shop.example")]
    [InlineData("Voucherify:Cluster", "Cluster", "https://user:canary@shop.example")]
    [InlineData("Voucherify:AttemptTimeout", "AttemptTimeout", "10")]
    [InlineData("Voucherify:AttemptTimeout", "AttemptTimeout", "canary")]
    [InlineData("Voucherify:Retry:MaxRetries", "Retry:MaxRetries", "canary")]
    [InlineData("Voucherify:Ordering:AfterUnknown", "Ordering:AfterUnknown", "canary")]
    [InlineData("Voucherify:AttemptTimeout", "AttemptTimeout", "00:00:00")]
    [InlineData("Voucherify:AttemptTimeout", "AttemptTimeout", "00:02:00")]
    [InlineData("Voucherify:Retry:MaxRetries", "Retry:MaxRetries", "-1")]
    [InlineData("Voucherify:Ordering:AfterUnknown", "Ordering:AfterUnknown", "7")]
    [InlineData("Voucherify:Reconciliation:NoAnswerWindow", "Reconciliation:NoAnswerWindow", "00:00:01")]
    [InlineData("Voucherify:Reconciliation:Enabled", "Reconciliation:Enabled", "canary")]
    [InlineData("Voucherify:Reconciliation:OutcomeTimeout", "Reconciliation:OutcomeTimeout", "-00:00:01")]
    public void An_invalid_value_is_reported_by_its_key_when_the_host_starts_and_never_shown(string named, string key, string? value)
    {
        var provider = Register(new Dictionary<string, string?>(Key) { ["Voucherify:" + key] = value }).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith(named + " ", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_section_reports_the_keys_that_are_required()
    {
        var provider = Register([]).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("Voucherify:AppId and Voucherify:AppToken are missing", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_with_a_single_value_is_refused_without_showing_the_value()
    {
        var provider = Register(new() { ["Voucherify"] = "canary" }).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("Voucherify is a single value", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void All_configuration_mistakes_are_reported_at_once()
    {
        var provider = Register(new()
        {
            ["Voucherify:AppId"] = "app-id",
            ["Voucherify:Clutser"] = "Asia",
            ["Voucherify:TotalTimeout"] = "soon",
        }).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            ["Voucherify:AppToken", "Voucherify:Clutser", "Voucherify:TotalTimeout"],
            error.Failures.Select(static failure => failure.Split(' ')[0]));
    }

    [Fact]
    public async Task Named_clients_have_their_own_sections_clusters_and_queues()
    {
        var configuration = Configuration(new()
        {
            ["Loyalty:Us:Cluster"] = "UnitedStates",
            ["Loyalty:Us:AppId"] = "us-id",
            ["Loyalty:Us:AppToken"] = "us-token",
            ["Loyalty:Asia:Cluster"] = "Asia",
            ["Loyalty:Asia:AppId"] = "asia-id",
            ["Loyalty:Asia:AppToken"] = "asia-token",
            ["Loyalty:Asia:TotalTimeout"] = "00:00:20",
        });
        using var us = new ScriptedHandler(Steps.Hang());
        using var asia = new ScriptedHandler(Steps.Ok(Steps.BalanceJson));
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties("us", configuration.GetSection("Loyalty:Us")).ConfigurePrimaryHttpMessageHandler(() => us);
        services.AddVoucherifyLoyalties("asia", configuration.GetSection("Loyalty:Asia")).ConfigurePrimaryHttpMessageHandler(() => asia);
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        var order = new AdjustBalanceRequest { Points = 100, SourceId = "order-1" };

        // The card with this name is busy in one project and free in the other.
        using var cancellation = new CancellationTokenSource();
        var busy = provider.GetRequiredKeyedService<ILoyaltyClient>("us").V1.Members
            .AdjustBalanceAsync("CARD", order, cancellationToken: cancellation.Token);
        await provider.GetRequiredKeyedService<ILoyaltyClient>("asia").V1.Members.AdjustBalanceAsync(
            "CARD", order, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(busy.IsCompleted);
        Assert.Equal(("us1.api.voucherify.io", "us-id"), (us.Requests[0].Uri.Host, us.Requests[0].Header("X-App-Id")));
        Assert.Equal(("as1.api.voucherify.io", "asia-id"), (asia.Requests[0].Uri.Host, asia.Requests[0].Header("X-App-Id")));
        Assert.Null(provider.GetService<ILoyaltyClient>());
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => busy);
    }

    [Fact]
    public void A_configuration_reload_changes_the_options()
    {
        var configuration = Configuration(Key);
        var provider = new ServiceCollection().AddClient(configuration).BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<LoyaltyClientOptions>>();
        var before = monitor.CurrentValue;
        var seen = new List<LoyaltyClientOptions>();
        using var watch = monitor.OnChange((options, _) => seen.Add(options));

        configuration["Voucherify:AppToken"] = "other";
        configuration.Reload();

        Assert.Same(monitor.CurrentValue, Assert.Single(seen));
        Assert.NotSame(before.Credentials, monitor.CurrentValue.Credentials);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static LoyaltyClientOptions Options(params (string Key, string Value)[] keys)
    {
        var values = new Dictionary<string, string?>(Key);
        foreach (var (key, value) in keys)
        {
            values.Add("Voucherify:" + key, value);
        }

        return Register(values).BuildServiceProvider().GetRequiredService<IOptions<LoyaltyClientOptions>>().Value;
    }

    private static IServiceCollection Register(Dictionary<string, string?> values) =>
        new ServiceCollection().AddClient(Configuration(values));

    private static IConfigurationRoot Configuration(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}

file static class Registration
{
    public static IServiceCollection AddClient(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddVoucherifyLoyalties(configuration.GetSection("Voucherify"));
        return services;
    }
}
