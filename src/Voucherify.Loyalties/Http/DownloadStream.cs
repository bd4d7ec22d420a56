namespace Voucherify.Loyalties.Http;

/// <summary>
/// A body as it comes from the socket. It counts its bytes, reports a broken connection with an exception of this package, and does not
/// wait forever.
/// </summary>
internal sealed class DownloadStream(
    HttpResponseMessage response,
    Stream body,
    TimeProvider time,
    TimeSpan readTimeout,
    IProgress<long>? progress) : Stream
{
    private long _bytes;
    private bool _disposed;

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(readTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Counted(await body.ReadAsync(buffer, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.Message, error, cancellationToken);
        }
        catch (OperationCanceledException error) when (patience.IsCancellationRequested)
        {
            throw new LoyaltyTimeoutException($"The download received nothing for {readTimeout}, after {_bytes} bytes.", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            throw Broken(error);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Counted(body.Read(buffer));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            throw Broken(error);
        }
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _disposed = true;

            // Closes the connection if the body was not read to the end.
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        // A read of a body that was closed meanwhile returns 0, which would look like the end of the file.
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (read > 0)
        {
            _bytes += read;
            progress?.Report(_bytes);
        }

        return read;
    }

    private LoyaltyConnectionException Broken(Exception error) =>
        new($"The connection broke after {_bytes} bytes of the download: {error.Message}", error);
}
