using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>The send guard is asked when there is a connection and nothing has left. Its no means that nothing will.</summary>
public sealed class SendGuardTests : IDisposable
{
    private readonly CancellationTokenSource _patience = TestTimeout.Source();

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    public static TheoryData<bool> Wrapped => [false, true];

    [Theory, MemberData(nameof(Wrapped))]
    public async Task The_guard_is_asked_after_the_connection_was_waited_for(bool wrapped)
    {
        var events = new List<string>();
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                events.Add("connecting");
                return await ConnectAsync(context.DnsEndPoint, cancellationToken);
            },
        };
        using var client = LoopbackClient.For(server.Address).WithHandler(wrapped ? new Plain(sockets) : sockets).Build();

        await ResumeAsync(client, _ =>
        {
            events.Add($"asked with {server.Requests.Count} requests");
            return new(true);
        });

        // Behind another handler it is asked earlier too, because that handler might never ask for the bytes.
        Assert.Equal("asked with 0 requests", events[^1]);
        Assert.Contains("connecting", events.SkipLast(1));
        Assert.Equal(wrapped ? 3 : 2, events.Count);
        Assert.Single(server.Writes);
    }

    [Fact]
    public async Task The_guard_is_asked_once_for_a_send_over_connections_of_NET()
    {
        var asked = 0;
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        using var plain = new HttpClientHandler();
        using var sockets = new SocketsHttpHandler();
        foreach (var handler in new HttpMessageHandler?[] { null, plain, sockets })
        {
            using var client = LoopbackClient.For(server.Address).WithHandler(handler).Build();
            await ResumeAsync(client, _ => new(++asked > 0));
        }

        Assert.Equal((3, 3), (server.Writes.Count, asked));
    }

    [Fact]
    public async Task Nothing_is_on_the_wire_when_the_guard_is_asked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = LoopbackClient.For(new Uri($"http://{listener.LocalEndpoint}")).Build();
        var available = new List<int>();
        Socket? peer = null;

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => ResumeAsync(client, async token =>
        {
            peer = await listener.AcceptSocketAsync(token);
            available.Add(peer.Available);
            return false;
        }));

        // After the no, the connection ends without a byte.
        Assert.Equal([0], available);
        Assert.Equal(0, await peer!.ReceiveAsync(new byte[1], Stop));
        peer.Dispose();
    }

    [Fact]
    public async Task Nothing_arrives_after_the_guards_no()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        using var client = LoopbackClient.For(server.Address).Build();

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => ResumeAsync(client, static _ => new(false)));

        // A later request arrives after everything that the first may have left behind.
        await client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop);
        Assert.Empty(server.Writes);
    }

    public static TheoryData<Exception> Failures =>
    [
        new InvalidOperationException("lease"),
        new TimeoutException("lease"),
        new ObjectDisposedException("lease"),
    ];

    /// <summary>.NET wraps some exceptions that come from a content, as if the connection had failed.</summary>
    [Theory, MemberData(nameof(Failures))]
    public async Task The_guards_exception_reaches_the_caller_unchanged_and_nothing_is_sent(Exception failure)
    {
        var asked = 0;
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Record.ExceptionAsync(() => ResumeAsync(client, _ => ++asked > 0 ? throw failure : new(true)));

        Assert.Same(failure, error);
        Assert.Equal(1, asked);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_attempt_that_ends_while_the_guard_thinks_was_not_sent()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        using var client = LoopbackClient.For(server.Address).Build();

        // It ignores its token.
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ResumeAsync(
            client,
            async _ =>
            {
                await caller.CancelAsync();
                return true;
            },
            caller.Token));

        Assert.IsNotType<LoyaltyOperationCanceledException>(error);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_guard_is_asked_although_a_users_handler_answers_itself()
    {
        var asked = 0;
        using var sockets = new SocketsHttpHandler();
        foreach (var handler in new HttpMessageHandler[] { new Fake(), new FakeOverSockets(sockets) })
        {
            using var client = LoopbackClient.For(new Uri("http://localhost:1")).WithHandler(handler).Build();

            await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => ResumeAsync(client, _ => new(++asked < 0)));
        }

        Assert.Equal(2, asked);
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<BalanceResult> ResumeAsync(
        LoyaltyClient client, Func<CancellationToken, ValueTask<bool>> guard, CancellationToken? cancellationToken = null) =>
        await client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            new() { Points = 100, SourceId = "order-1" },
            new ResumeOptions { Prior = PriorAttempt.None, SendGuard = guard },
            cancellationToken: cancellationToken ?? Stop);

    private sealed class Plain(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class Fake : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(Responses.Balance()) });
    }

    private sealed class FakeOverSockets(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(Responses.Balance()) });
    }
}
