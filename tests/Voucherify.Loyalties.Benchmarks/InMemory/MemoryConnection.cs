using System.Threading.Tasks.Sources;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>
/// The client's end of a connection in memory. A write completes at once, as it does on a socket with room in its buffer. A read suspends
/// until <see cref="Deliver"/>, and the client continues inside that call, on the caller's thread.
/// </summary>
internal sealed class MemoryConnection : Stream, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _read;
    private Memory<byte> _buffer;
    private ReadOnlyMemory<byte> _arrived;
    private volatile bool _reading;

    /// <summary>Whether the client waits for bytes.</summary>
    public bool IsReading => _reading;

    /// <summary>Receives what the client writes; null while the benchmark measures.</summary>
    public Action<ReadOnlySpan<byte>>? Written { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Completes the client's read. Its next reads get what does not fit into the buffer.</summary>
    public void Deliver(ReadOnlyMemory<byte> bytes)
    {
        _arrived = bytes;
        _reading = false;
        _read.SetResult(Take(_buffer));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_arrived.IsEmpty)
        {
            return new(Take(buffer));
        }

        _read.Reset();
        _buffer = buffer;
        var pending = new ValueTask<int>(this, _read.Version);
        _reading = true;
        return pending;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written?.Invoke(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public int GetResult(short token) => _read.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _read.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _read.OnCompleted(continuation, state, token, flags);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // Ends a read that is still pending when the client closes its connection.
        if (disposing && _reading)
        {
            Deliver(ReadOnlyMemory<byte>.Empty);
        }

        base.Dispose(disposing);
    }

    private int Take(Memory<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _arrived.Length);
        _arrived.Span[..count].CopyTo(buffer.Span);
        _arrived = _arrived[count..];
        return count;
    }
}
