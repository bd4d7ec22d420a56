using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Accepts connections on loopback, and serves each until it is disposed.</summary>
internal abstract class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;

    protected SocketServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public int Connections => _connections.Count;

    /// <summary>Cancelled when the server ends.</summary>
    protected CancellationToken Stop => _stop.Token;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Serves a connection, and disposes it.</summary>
    protected abstract Task ServeAsync(Socket connection);

    private async Task AcceptAsync()
    {
        while (true)
        {
            _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
    }
}
