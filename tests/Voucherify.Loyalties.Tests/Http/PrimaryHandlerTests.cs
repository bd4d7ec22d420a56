using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

public sealed class PrimaryHandlerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5005", false)]
    [InlineData("http://localhost:5005", false)]
    [InlineData("https://[::1]:5005", false)]
    [InlineData("https://voucherify.example", true)]
    [InlineData("Europe", true)]
    public void A_proxy_from_the_environment_is_used_except_for_the_local_machine(string cluster, bool useProxy)
    {
        using var handler = PrimaryHandler.Create(new LoyaltyClientOptions { Cluster = VoucherifyCluster.Parse(cluster) });

        Assert.Equal(useProxy, handler.UseProxy);
    }

    [Fact]
    public void Connections_are_replaced_after_five_minutes_so_that_DNS_changes_are_seen()
    {
        using var handler = PrimaryHandler.Create(new LoyaltyClientOptions());

        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
    }

    /// <summary>.NET closes an idle connection when it looks for them, which it does every quarter of the timeout that it gets.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(86400)]
    public void An_idle_connection_is_closed_before_its_timeout(int seconds)
    {
        var options = new LoyaltyClientOptions { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(seconds) };
        using var handler = PrimaryHandler.Create(options);

        var interval = TimeSpan.FromSeconds(Math.Max(handler.PooledConnectionIdleTimeout.TotalSeconds / 4, 1));

        Assert.Equal(options.PooledConnectionIdleTimeout, handler.PooledConnectionIdleTimeout + interval);
    }

    [Fact]
    public void Idle_connections_are_closed_after_50_seconds_by_default() =>
        Assert.Equal(TimeSpan.FromSeconds(50), new LoyaltyClientOptions().PooledConnectionIdleTimeout);

    [Fact]
    public async Task A_registered_client_uses_the_idle_timeout_of_its_options()
    {
        var services = new ServiceCollection();
        var http = services.AddVoucherifyLoyalties(static options =>
        {
            options.Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token");
            options.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20);
        });
        await using var provider = services.BuildServiceProvider();

        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(http.Name);

        Assert.Equal(TimeSpan.FromSeconds(16), Innermost(handler).PooledConnectionIdleTimeout);
    }

    [Fact]
    public void A_client_without_a_container_uses_the_primary_handler()
    {
        using var client = new LoyaltyClient(new LoyaltyClientOptions { Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token") });

        Assert.Equal(TimeSpan.FromMinutes(5), SocketHandlerOf(client).PooledConnectionLifetime);
    }

    [Fact]
    public async Task A_registered_client_uses_one_primary_handler_for_its_lifetime()
    {
        var services = new ServiceCollection();
        var http = services.AddVoucherifyLoyalties(
            static options => options.Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token"));
        await using var provider = services.BuildServiceProvider();

        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(http.Name);

        Assert.Equal(TimeSpan.FromMinutes(5), Innermost(handler).PooledConnectionLifetime);
        Assert.Equal(
            Timeout.InfiniteTimeSpan,
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(http.Name).HandlerLifetime);
    }

    // The handler of a client is not visible from outside.
    private static SocketsHttpHandler SocketHandlerOf(LoyaltyClient client)
    {
        var transport = Assert.IsType<HttpTransport>(
            typeof(ClientParts).GetField("_transport", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(client.Parts));
        var handler = typeof(HttpMessageInvoker)
            .GetField("_handler", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(transport.Http);
        return Innermost(Assert.IsAssignableFrom<HttpMessageHandler>(handler));
    }

    private static SocketsHttpHandler Innermost(HttpMessageHandler handler) =>
        handler is DelegatingHandler { InnerHandler: { } inner } ? Innermost(inner) : Assert.IsType<SocketsHttpHandler>(handler);
}
