using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// A bare socket that answers every GET and keeps the connection, and that closes the connection as soon as it has read any other
/// request: as a service does that applies it and then goes down.
/// </summary>
internal sealed class ClosingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly ConcurrentQueue<ReadRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly byte[] _answer;
    private readonly bool _resets;
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    /// <param name="json">The answer to a GET.</param>
    /// <param name="resets">Whether it closes with a reset, or in order.</param>
    public ClosingServer(string json, bool resets)
    {
        _answer = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
        _resets = resets;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Everything that would change something, in the order of arrival.</summary>
    public IReadOnlyList<ReadRequest> Writes => [.. _requests.Where(static request => request.Method != "GET")];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var closing = connection;
        for (var position = 1; await ReadHeadAsync(connection) is { Length: > 0 } head; position++)
        {
            var parts = head.Split(' ', 3);
            _requests.Enqueue(new ReadRequest(parts[0], parts[1], position));
            if (parts[0] != "GET")
            {
                // Lingering for no time at all is what makes a close a reset.
                connection.LingerState = new LingerOption(enable: _resets, seconds: 0);
                return;
            }

            await connection.SendAsync(_answer, _stop.Token);
        }
    }

    /// <summary>Reads to the end of the headers: no request here has a body.</summary>
    private async Task<string> ReadHeadAsync(Socket connection)
    {
        var buffer = new byte[4096];
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await connection.ReceiveAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return "";
            }

            head += Encoding.ASCII.GetString(buffer, 0, read);
        }

        return head;
    }
}
