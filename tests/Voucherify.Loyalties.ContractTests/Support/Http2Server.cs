using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// Enough HTTP/2, with TLS or without, to answer a whole request. It refuses to process the first requests, or ignores them.
/// </summary>
internal sealed class Http2Server : SocketServer
{
    private const int FrameHeader = 9;

    private readonly TaskCompletionSource _firstRequest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _response;
    private readonly Http2Refusal _refusal;
    private readonly X509Certificate2? _certificate;
    private int _refusals;
    private int _requests;
    private int _resets;

    /// <summary>Starts the server.</summary>
    /// <param name="json">The response.</param>
    /// <param name="refusals">How many requests are refused.</param>
    /// <param name="refusal">How they are refused.</param>
    /// <param name="certificate">The certificate for TLS; null for a server without TLS.</param>
    public Http2Server(string json, int refusals = 0, Http2Refusal refusal = default, X509Certificate2? certificate = null) =>
        (_response, _refusals, _refusal, _certificate) = (Encoding.ASCII.GetBytes(json), refusals, refusal, certificate);

    private enum FrameType : byte
    {
        Data = 0,
        Headers = 1,
        ResetStream = 3,
        Settings = 4,
        Ping = 6,
        GoAway = 7,
    }

    /// <summary>The address of a server with TLS.</summary>
    public Uri SecureAddress => new($"https://localhost:{Address.Port}");

    /// <summary>The number of whole requests that arrived.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Ends when a whole request has arrived.</summary>
    public Task FirstRequest => _firstRequest.Task;

    /// <summary>The number of streams that the client has reset.</summary>
    public int Resets => Volatile.Read(ref _resets);

    protected override async Task ServeAsync(Socket connection)
    {
        await using var plain = new NetworkStream(connection, ownsSocket: true);
        await using var stream = await SecureAsync(plain);
        await stream.ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length], Stop);
        await WriteAsync(stream, FrameType.Settings, flags: 0, streamId: 0, []);
        var header = new byte[FrameHeader];
        while (true)
        {
            await stream.ReadExactlyAsync(header, Stop);
            var length = (header[0] << 16) | (header[1] << 8) | header[2];
            var (type, flags) = ((FrameType)header[3], header[4]);
            var streamId = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5));
            var payload = new byte[length];
            await stream.ReadExactlyAsync(payload, Stop);
            if (type == FrameType.ResetStream)
            {
                Interlocked.Increment(ref _resets);
            }
            else if (type is FrameType.Settings or FrameType.Ping && (flags & 1) == 0)
            {
                await WriteAsync(stream, type, flags: 1, streamId: 0, type == FrameType.Ping ? payload : []);
            }
            else if (type is FrameType.Data or FrameType.Headers && (flags & 1) == 1)
            {
                Interlocked.Increment(ref _requests);
                _firstRequest.TrySetResult();
                await (Interlocked.Decrement(ref _refusals) >= 0 ? RefuseAsync(stream, streamId) : RespondAsync(stream, streamId));
            }
        }
    }

    /// <summary>Starts TLS, and offers nothing but HTTP/2.</summary>
    private async Task<Stream> SecureAsync(NetworkStream plain)
    {
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificate,
                ApplicationProtocols = [SslApplicationProtocol.Http2],
            },
            Stop);
        return secure;
    }

    private async Task RefuseAsync(Stream stream, int streamId)
    {
        const byte refusedStream = 7;
        await (_refusal switch
        {
            Http2Refusal.Stream => WriteAsync(stream, FrameType.ResetStream, flags: 0, streamId, [0, 0, 0, refusedStream]),

            // It names the last stream that was processed: one before this.
            Http2Refusal.GoAway => WriteAsync(stream, FrameType.GoAway, flags: 0, streamId: 0, [0, 0, 0, (byte)(streamId - 1), 0, 0, 0, 0]),
            _ => Task.CompletedTask,
        });
    }

    private async Task RespondAsync(Stream stream, int streamId)
    {
        // The table of header compression has ":status: 200" at this place.
        await WriteAsync(stream, FrameType.Headers, flags: 4, streamId, [0x88]);
        await WriteAsync(stream, FrameType.Data, flags: 1, streamId, _response);
    }

    private async Task WriteAsync(Stream stream, FrameType type, byte flags, int streamId, byte[] payload)
    {
        var frame = new byte[FrameHeader + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, (payload.Length << 8) | (byte)type);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), streamId);
        payload.CopyTo(frame, FrameHeader);
        await stream.WriteAsync(frame, Stop);
    }
}

/// <summary>How a request is not answered.</summary>
public enum Http2Refusal
{
    /// <summary>Its stream was not processed (REFUSED_STREAM).</summary>
    Stream,

    /// <summary>The connection ends before it (GOAWAY).</summary>
    GoAway,

    /// <summary>There is no reaction at all.</summary>
    Silence,
}
