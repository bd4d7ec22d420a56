using System.Buffers;

namespace Voucherify.Loyalties.Http;

/// <summary>A body in a buffer that is returned to the pool.</summary>
internal readonly struct PooledBody(byte[] buffer, int length) : IDisposable
{
    // U+FEFF in UTF-8: some gateways put it before the JSON.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            var skip = buffer.AsSpan(0, length).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            return buffer.AsMemory(skip, length - skip);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
