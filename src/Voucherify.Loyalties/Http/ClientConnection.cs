using System.Net.Sockets;
using System.Runtime.Versioning;

namespace Voucherify.Loyalties.Http;

/// <summary>A connection of the client's own handler, which can be reset instead of closed in order.</summary>
[UnsupportedOSPlatform("browser")]
internal sealed class ClientConnection : NetworkStream
{
    [ThreadStatic]
    private static bool _isResetting;

    private ClientConnection(Socket socket)
        : base(socket, ownsSocket: true)
    {
    }

    /// <summary>Connects as .NET does by default.</summary>
    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new ClientConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Disposes a stream that ends in such a connection, and resets the connection. Between the two may be TLS and the tunnel of a proxy,
    /// which dispose what is below them on the same thread but give no access to it.
    /// </summary>
    public static void Reset(Stream stream)
    {
        _isResetting = true;
        try
        {
            stream.Dispose();
        }
        finally
        {
            _isResetting = false;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _isResetting)
        {
            // Nothing that runs when the socket closes may reset another connection.
            _isResetting = false;
            Reset(Socket);
        }

        base.Dispose(disposing);
    }

    private static void Reset(Socket socket)
    {
        try
        {
            // Not to be shut down first, as the base class does: after an orderly end the peer would not notice the reset.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The connection is already gone.
        }
    }
}
