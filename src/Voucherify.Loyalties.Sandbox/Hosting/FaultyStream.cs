namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>The body of a response in memory that arrives in pieces, or only in part.</summary>
internal sealed class FaultyStream : Stream
{
    /// <summary>The maximum number of pieces of a body that drips.</summary>
    public const int Pieces = 8;

    private readonly ReadOnlyMemory<byte> _body;
    private readonly int _end;
    private readonly TimeSpan _pause;
    private readonly TimeProvider _clock;
    private int _position;

    private FaultyStream(ReadOnlyMemory<byte> body, int end, TimeSpan pause, TimeProvider clock)
    {
        _body = body;
        _end = end;
        _pause = pause;
        _clock = clock;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The first half of a body, then a broken connection.</summary>
    public static FaultyStream Truncated(ReadOnlyMemory<byte> body) => new(body, body.Length / 2, TimeSpan.Zero, TimeProvider.System);

    /// <summary>A whole body that arrives slowly.</summary>
    public static FaultyStream Dripping(ReadOnlyMemory<byte> body, TimeSpan duration, TimeProvider clock) =>
        new(body, body.Length, duration / Pieces, clock);

    /// <summary>Returns the length of a piece of a body that drips.</summary>
    public static int PieceOf(int length) => Math.Max(1, (length + Pieces - 1) / Pieces);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_pause > TimeSpan.Zero && _position < _end)
        {
            await ClockDelay.ForAsync(_pause, _clock, cancellationToken).ConfigureAwait(false);
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        if (_position == _end && _end < _body.Length)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely: the sandbox broke the connection.");
        }

        var wanted = _pause > TimeSpan.Zero ? Math.Min(buffer.Length, PieceOf(_body.Length)) : buffer.Length;
        var count = Math.Min(wanted, _end - _position);
        _body.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
