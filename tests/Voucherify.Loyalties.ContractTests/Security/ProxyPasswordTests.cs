using System.Net;
using System.Net.Sockets;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>.NET names a proxy by its whole address, with the user and the password.</summary>
public sealed class ProxyPasswordTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("user:canary-password")]
    [InlineData("canary-user:p%40ss%2Fcanary%20word")]
    [InlineData("canary")]
    public async Task A_proxy_that_demands_other_credentials_is_not_named(string userInfo)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(new Uri($"http://{userInfo}@{listener.LocalEndpoint}")) };
        using var client = LoopbackClient.For(new Uri("https://voucherify.invalid"))
            .Configure(static options => options.Retry.MaxRetries = 0)
            .WithHandler(handler)
            .Build();

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(
            () => client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 1 }, cancellationToken: Stop));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("user", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Contains("407", StringComparison.Ordinal), error.ToString());
        listener.Stop();
        await serving;
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptSocketAsync(Stop);
                await client.ReceiveAsync(new byte[4096], Stop);
                await client.SendAsync(
                    "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), Stop);
            }
        }
        catch (Exception error) when (error is SocketException or InvalidOperationException)
        {
            // The test has ended, and the listener has stopped.
        }
    }
}
