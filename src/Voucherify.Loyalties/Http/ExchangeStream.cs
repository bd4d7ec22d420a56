using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// What an HTTP/1.1 connection of the client's own handler sends and receives, before encryption. It knows whether a request is without
/// the first byte of a response. If it is disposed then, the attempt was given up, so the connection is reset: the next hop need not work
/// on a request that it has not read yet.
/// </summary>
[UnsupportedOSPlatform("browser")]
internal sealed class ExchangeStream : Stream
{
    private readonly Stream _inner;
    private volatile bool _isUnanswered;

    private ExchangeStream(Stream inner) => _inner = inner;

    public override bool CanRead => _inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => _inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Wraps the stream of a connection. HTTP/2 shares its connection among requests, and cancels one of them alone. A tunnel carries TLS,
    /// whose handshake is no request. Without TLS, a connection that a user has opened can be told by its type.
    /// </summary>
    public static Stream Over(SocketsHttpPlaintextStreamFilterContext context) =>
        context.NegotiatedHttpVersion.Major == 1
        && context.InitialRequestMessage.Method != HttpMethod.Connect
        && context.PlaintextStream is ClientConnection or SslStream
            ? new ExchangeStream(context.PlaintextStream)
            : context.PlaintextStream;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Received(await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Received(_inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Received(_inner.Read(buffer));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isUnanswered = true;
        return _inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _isUnanswered = true;
        _inner.Write(buffer);
    }

    public override void Flush() => _inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_isUnanswered)
            {
                ClientConnection.Reset(_inner);
            }
            else
            {
                _inner.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    // A read of no bytes only waits for some.
    private int Received(int read)
    {
        if (read > 0)
        {
            _isUnanswered = false;
        }

        return read;
    }
}
