using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// A bare socket that responds to every GET and keeps the connection, but closes it after reading any other request, like a service that
/// applies a request and then goes down.
/// </summary>
internal sealed class ClosingServer : SocketServer
{
    private readonly ConcurrentQueue<ReadRequest> _requests = new();
    private readonly byte[] _response;
    private readonly bool _resets;

    /// <summary>Starts the server.</summary>
    /// <param name="json">The response to a GET.</param>
    /// <param name="resets">Whether it closes the connection with a reset instead of in order.</param>
    public ClosingServer(string json, bool resets)
    {
        _response = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
        _resets = resets;
    }

    /// <summary>The requests that are not reads, in the order of arrival.</summary>
    public IReadOnlyList<ReadRequest> Writes => [.. _requests.Where(static request => request.Method != "GET")];

    protected override async Task ServeAsync(Socket connection)
    {
        using var closing = connection;
        for (var position = 1; await ReadHeadAsync(connection) is { Length: > 0 } head; position++)
        {
            var parts = head.Split(' ', 3);
            _requests.Enqueue(new ReadRequest(parts[0], parts[1], position));
            if (parts[0] != "GET")
            {
                // A linger time of zero turns the close into a reset.
                connection.LingerState = new LingerOption(enable: _resets, seconds: 0);
                return;
            }

            await connection.SendAsync(_response, Stop);
        }
    }

    /// <summary>Reads to the end of the headers: no request here has a body.</summary>
    private async Task<string> ReadHeadAsync(Socket connection)
    {
        var buffer = new byte[4096];
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await connection.ReceiveAsync(buffer, Stop);
            if (read == 0)
            {
                return "";
            }

            head += Encoding.ASCII.GetString(buffer, 0, read);
        }

        return head;
    }
}
