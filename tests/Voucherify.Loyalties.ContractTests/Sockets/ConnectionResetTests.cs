using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Security;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>
/// An attempt that is given up before the first byte of a response resets its connection, so that the peer ends with an error. In every
/// other case a connection ends in order.
/// </summary>
public sealed class ConnectionResetTests : IDisposable
{
    private readonly CancellationTokenSource _patience = TestTimeout.Source();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ConnectionResetTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private Uri Address => new($"http://127.0.0.1:{Port}");

    private CancellationToken Stop => _patience.Token;

    public void Dispose()
    {
        _listener.Dispose();
        _patience.Dispose();
    }

    [Fact]
    public async Task A_peer_that_has_not_read_a_cancelled_adjustment_gets_a_reset()
    {
        using var client = LoopbackClient.For(Address).Build();

        using var peer = await GiveUpAsync(client.V1.Members);

        Assert.Equal(SocketError.ConnectionReset, await EndAsync(peer));
    }

    [Fact]
    public async Task A_peer_that_has_not_read_an_adjustment_that_timed_out_gets_a_reset()
    {
        var clock = new WatchedClock();
        using var client = LoopbackClient.For(Address).WithClock(clock).Build();
        var call = AdjustAsync(client.V1.Members, Stop);
        using var peer = await _listener.AcceptSocketAsync(Stop);
        await WaitAsync(peer);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(SocketError.ConnectionReset, await EndAsync(peer));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => call);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_with_TLS_is_reset_too(bool overProxy)
    {
        using var certificate = TlsServer.SelfSigned("localhost", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var proxy = new ConnectProxy();
        await using var provider = Provide(new Uri($"https://localhost:{Port}"), handler =>
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, found, _, _) =>
                found?.GetCertHashString() == certificate.GetCertHashString();
            if (overProxy)
            {
                (handler.UseProxy, handler.Proxy) = (true, new WebProxy(proxy.Address));
            }
        });
        var proxied = overProxy ? proxy.ServeAsync(Stop) : null;

        var peer = await GiveUpAsync(
            provider.GetRequiredService<ILoyaltyClient>().V1.Members, socket => WaitOverTlsAsync(socket, certificate));

        Assert.Equal(SocketError.ConnectionReset, await (proxied ?? EndAsync(peer)));
        peer.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_a_user_opens_is_not_reset(bool ownHandler)
    {
        using var handler = new SocketsHttpHandler();
        using var client = LoopbackClient.For(Address).WithHandler(handler).Build();
        await using var provider = Provide(Address, static handler => handler.ConnectCallback = ConnectAsync);

        using var peer = await GiveUpAsync((ownHandler ? client : provider.GetRequiredService<ILoyaltyClient>()).V1.Members);

        Assert.Null(await EndAsync(peer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_ends_in_order_after_a_complete_response(bool keptAlive)
    {
        var client = LoopbackClient.For(Address).Build();
        var call = AdjustAsync(client.V1.Members, Stop);
        using var peer = await _listener.AcceptSocketAsync(Stop);
        await RespondAsync(peer, keptAlive);
        await call;

        // It closes the idle connection.
        client.Dispose();

        Assert.Null(await EndAsync(peer));
    }

    [Fact]
    public async Task A_connection_that_was_used_before_is_reset_when_its_next_attempt_is_given_up()
    {
        using var client = LoopbackClient.For(Address).Build();
        var call = AdjustAsync(client.V1.Members, Stop);
        using var peer = await _listener.AcceptSocketAsync(Stop);
        await RespondAsync(peer, keptAlive: true);
        await call;

        await GiveUpAsync(client.V1.Members, accepted: peer);

        Assert.Equal(SocketError.ConnectionReset, await EndAsync(peer));
    }

    [Fact]
    public async Task Calls_that_are_given_up_do_not_disturb_other_calls()
    {
        var arrivals = new ConcurrentDictionary<string, CancellationTokenSource>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var card = context.Request.Path.Value!.Split('/')[^2];
            if (!arrivals.TryGetValue(card, out var caller))
            {
                await LoopbackServer.RespondAsync(context, Responses.Balance());
                return;
            }

            // It never responds to this one.
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var client = LoopbackClient.For(server.Address).Build();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < 40; call++)
            {
                var card = $"CARD-{Responses.Text(caller)}-{Responses.Text(call)}";
                if (call % 4 == 0)
                {
                    using var end = arrivals[card] = CancellationTokenSource.CreateLinkedTokenSource(Stop);
                    await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(
                        () => client.V1.Members.AdjustBalanceAsync(card, new() { Points = 100 }, cancellationToken: end.Token));
                }
                else
                {
                    await client.V1.Members.AdjustBalanceAsync(card, new() { Points = 100 }, cancellationToken: Stop);
                }
            }
        })));

        Assert.Equal(16 * 40, server.Writes.Count);
    }

    private static ServiceProvider Provide(Uri address, Action<SocketsHttpHandler> configure)
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, address))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => configure((SocketsHttpHandler)handler));
        return services.BuildServiceProvider();
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Task<BalanceResult> AdjustAsync(IMembersClient members, CancellationToken cancellationToken) =>
        members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-1" }, cancellationToken: cancellationToken);

    /// <summary>Cancels an adjustment whose request waits at the peer.</summary>
    private async Task<Socket> GiveUpAsync(IMembersClient members, Func<Socket, Task>? wait = null, Socket? accepted = null)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var call = AdjustAsync(members, caller.Token);
        var peer = accepted ?? await _listener.AcceptSocketAsync(Stop);
        await (wait ?? WaitAsync)(peer);
        await caller.CancelAsync();
        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        return peer;
    }

    // A read of no bytes waits for some.
    private async Task WaitAsync(Socket peer) => await peer.ReceiveAsync(Memory<byte>.Empty, Stop);

    private async Task WaitOverTlsAsync(Socket socket, X509Certificate2 certificate)
    {
        // Not disposed, because that would end the connection.
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: false), leaveInnerStreamOpen: true);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, Stop);
        Assert.Equal(0, await tls.ReadAsync(Memory<byte>.Empty, Stop));
    }

    private async Task RespondAsync(Socket peer, bool keptAlive)
    {
        var body = Responses.Balance();
        await peer.ReceiveAsync(new byte[4096], Stop);
        await peer.SendAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: {(keptAlive ? "keep-alive" : "close")}\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n{body}"),
            Stop);
    }

    /// <summary>Reads what has arrived until the connection ends. Returns the error; null after an end in order.</summary>
    private async Task<SocketError?> EndAsync(Socket peer)
    {
        var buffer = new byte[4096];
        try
        {
            while (await peer.ReceiveAsync(buffer, Stop) > 0)
            {
            }

            return null;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode;
        }
    }
}
