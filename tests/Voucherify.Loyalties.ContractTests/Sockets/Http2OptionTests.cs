using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Security;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>The options of the client's connections: HTTP/2, and how many there are.</summary>
public sealed class Http2OptionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_HTTP2_many_calls_share_a_connection()
    {
        await using var server = new Http2Server(Responses.Member, certificate: Certificate());
        await using var provider = Provide(server.SecureAddress, static options => options.UseHttp2 = true);

        await ReadAsync(provider, calls: 1);
        await ReadAsync(provider, calls: 50);

        Assert.Equal((51, 1), (server.Requests, server.Connections));
    }

    [Fact]
    public async Task A_server_without_HTTP2_gets_HTTP11()
    {
        await using var server = new TlsServer(Certificate(), Responses.Member);
        await using var provider = Provide(server.Address, static options => options.UseHttp2 = true);

        await ReadAsync(provider, calls: 1);

        Assert.Contains(" HTTP/1.1\r\n", server.Received, StringComparison.Ordinal);
    }

    [Fact]
    public void HTTP2_is_off_by_default() => Assert.False(new LoyaltyClientOptions().UseHttp2);

    [Fact]
    public async Task No_more_connections_are_opened_than_the_options_allow()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        await using var provider = Provide(server.Address, static options => options.MaxConnectionsPerServer = 2);

        await ReadAsync(provider, calls: 100);

        Assert.Equal(100, server.Requests.Count);
        Assert.InRange(server.Connections, 1, 2);
    }

    private static async Task ReadAsync(IServiceProvider provider, int calls)
    {
        var members = provider.GetRequiredService<ILoyaltyClient>().V1.Members;
        await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => members.GetMemberAsync("CARD", cancellationToken: Stop)));
    }

    private static ServiceProvider Provide(Uri address, Action<LoyaltyClientOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options =>
            {
                LoopbackClient.Configure(options, address);
                configure(options);
            })
            .ConfigurePrimaryHttpMessageHandler(static (primary, _) =>
                ((SocketsHttpHandler)primary).SslOptions.RemoteCertificateValidationCallback =
                    static (_, found, _, _) => found?.Subject == "CN=localhost");
        return services.BuildServiceProvider();
    }

    private static X509Certificate2 Certificate() =>
        TlsServer.SelfSigned("localhost", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
}
