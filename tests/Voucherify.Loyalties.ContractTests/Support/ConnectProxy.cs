using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A proxy for one connection: it answers CONNECT, and passes the bytes on in both directions.</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ConnectProxy() => _listener.Start();

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Serves one client until one of the two sides ends.</summary>
    /// <returns>The error with which the client's side ended; null after an end in order.</returns>
    public async Task<SocketError?> ServeAsync(CancellationToken stop)
    {
        using var client = await _listener.AcceptSocketAsync(stop);
        var buffer = new byte[4096];
        var head = Encoding.ASCII.GetString(buffer, 0, await client.ReceiveAsync(buffer, stop));
        var target = head.Split(' ')[1].Split(':');
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await server.ConnectAsync(target[0], int.Parse(target[1], System.Globalization.CultureInfo.InvariantCulture), stop);
        await client.SendAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
        var back = PassOnAsync(server, client, stop);
        var error = await PassOnAsync(client, server, stop);
        server.Close();

        // The system reports a reset once, to the direction that notices it first.
        return error ?? (await back is SocketError.ConnectionReset ? SocketError.ConnectionReset : null);
    }

    public void Dispose() => _listener.Dispose();

    private static async Task<SocketError?> PassOnAsync(Socket from, Socket to, CancellationToken stop)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, stop) is > 0 and var read)
            {
                await to.SendAsync(buffer.AsMemory(0, read), stop);
            }

            return null;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode;
        }
    }
}
