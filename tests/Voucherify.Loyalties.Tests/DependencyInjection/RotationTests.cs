using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.DependencyInjection;

/// <summary>Credentials that change while a client is in use.</summary>
public sealed class RotationTests : IDisposable
{
    private const string Token = """{"access_token":"issued","expires_in":900,"token_type":"Bearer"}""";

    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Voucherify:AppId"] = "old-id",
        ["Voucherify:AppToken"] = "old-canary",
        ["Voucherify:Ordering:SettleDelay"] = "00:00:00",
    }).Build();

    private readonly List<string> _logged = [];
    private ServiceProvider? _provider;

    [Fact]
    public async Task The_next_call_uses_the_rotated_key()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var client = Start(handler);

        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);
        Reload(("AppId", "new-id"), ("AppToken", "new-canary"));
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["old-id old-canary", "new-id new-canary"], handler.Requests.Select(Key));
        Assert.Contains(_logged, static line => line.Contains("CredentialsRotated", StringComparison.Ordinal));
        Assert.DoesNotContain(_logged, static line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_in_progress_keeps_the_old_key_and_the_card_keeps_its_order()
    {
        var release = new TaskCompletionSource();
        using var handler = new ScriptedHandler(
            async (request, cancellationToken) =>
            {
                await release.Task;
                return await Steps.FailToConnect()(request, cancellationToken);
            },
            Steps.Ok(Steps.BalanceJson));
        var client = Start(handler, static options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));

        var first = client.V1.Members.AdjustBalanceAsync(
            "CARD", Adjustment("first"), cancellationToken: TestContext.Current.CancellationToken);
        Reload(("AppId", "new-id"), ("AppToken", "new-canary"));
        var second = client.V1.Members.AdjustBalanceAsync(
            "CARD", Adjustment("second"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Single(handler.Requests);
        release.SetResult();
        await Task.WhenAll(first, second);

        // The retry of the first call keeps the key of the first call.
        Assert.Equal(["first old-id", "first old-id", "second new-id"], handler.Requests.Select(static sent =>
            $"{(sent.Body!.Contains("first", StringComparison.Ordinal) ? "first" : "second")} {sent.Header("X-App-Id")}"));
    }

    [Theory]
    [InlineData("AppToken", "new-canary\n", "Voucherify:AppToken is empty, or has a line break")]
    [InlineData("AppToken", "", "Voucherify:AppToken is empty")]
    [InlineData("AppTokn", "new-canary", "Voucherify:AppTokn is not an option")]
    [InlineData("Cluster", "Asia", "The cluster changed too")]
    public async Task An_invalid_reload_is_refused_and_logged_and_the_old_key_stays(string key, string value, string reason)
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var client = Start(handler);

        Record.Exception(() => Reload(("AppId", "new-id"), (key, value)));
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("old-id old-canary", Key(Assert.Single(handler.Requests)));
        var line = Assert.Single(_logged, static line => line.Contains("CredentialsRefused", StringComparison.Ordinal));
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_valid_reload_after_an_invalid_one_is_used()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var client = Start(handler);

        Record.Exception(() => Reload(("AppToken", "")));
        Reload(("AppToken", "new-canary"));
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("old-id new-canary", Key(Assert.Single(handler.Requests)));
    }

    [Fact]
    public async Task A_reload_keeps_the_access_token_unless_the_key_changed()
    {
        using var handler = new ScriptedHandler(
            Steps.Ok(Token), Steps.Ok(Steps.MemberJson), Steps.Ok(Steps.MemberJson), Steps.Ok(Token), Steps.Ok(Steps.MemberJson));
        _configuration["Voucherify:OAuthScopes"] = "loyalties";
        var client = Start(handler);

        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);
        Reload(("TotalTimeout", "00:00:30"));
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);
        Reload(("AppToken", "new-canary"));
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "/v1/oauth/token old-canary", "/v1/loyalties/members/CARD ", "/v1/loyalties/members/CARD ", "/v1/oauth/token new-canary",
                "/v1/loyalties/members/CARD ",
            ],
            handler.Requests.Select(static sent => $"{sent.Uri.AbsolutePath} {sent.Header("X-App-Token")}"));
    }

    [Fact]
    public async Task A_disposed_client_stops_watching_the_configuration()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        Start(handler);

        await _provider!.DisposeAsync();
        Reload(("AppId", "new-id"));

        Assert.DoesNotContain(_logged, static line => line.Contains("Credentials", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_changes_while_the_client_is_created_is_used()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(_configuration.GetSection("Voucherify")).ConfigurePrimaryHttpMessageHandler(() =>
        {
            // The options were read before, and are not watched yet.
            Reload(("AppId", "new-id"), ("AppToken", "new-canary"));
            return handler;
        });
        _provider = services.BuildServiceProvider();

        await _provider.GetRequiredService<ILoyaltyClient>().V1.Members
            .GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("new-id new-canary", Key(Assert.Single(handler.Requests)));
    }

    [Fact]
    public async Task A_client_with_another_name_keeps_its_key()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var settings = new Dictionary<string, string?> { ["Asia:AppId"] = "asia-id", ["Asia:AppToken"] = "asia-canary" };
        var other = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(_configuration.GetSection("Voucherify")).ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddVoucherifyLoyalties("asia", other.GetSection("Asia")).ConfigurePrimaryHttpMessageHandler(() => handler);
        _provider = services.BuildServiceProvider();
        var asia = _provider.GetRequiredKeyedService<ILoyaltyClient>("asia");

        Reload(("AppId", "new-id"), ("AppToken", "new-canary"));
        await asia.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("asia-id asia-canary", Key(Assert.Single(handler.Requests)));
    }

    public void Dispose() => _provider?.Dispose();

    private static string Key(SentRequest sent) => $"{sent.Header("X-App-Id")} {sent.Header("X-App-Token")}";

    private ILoyaltyClient Start(HttpMessageHandler handler, Action<LoyaltyClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(_configuration.GetSection("Voucherify")).ConfigurePrimaryHttpMessageHandler(() => handler);
        services.Configure(configure ?? (static _ => { })).AddSingleton<ILoggerProvider>(new Log(_logged));
        _provider = services.BuildServiceProvider();
        return _provider.GetRequiredService<ILoyaltyClient>();
    }

    private void Reload(params (string Key, string Value)[] changes)
    {
        foreach (var (key, value) in changes)
        {
            _configuration["Voucherify:" + key] = value;
        }

        _configuration.Reload();
    }

    private static AdjustBalanceRequest Adjustment(string sourceId) => new() { Points = 100, SourceId = sourceId };

    private sealed class Log(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel} {eventId.Name} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
