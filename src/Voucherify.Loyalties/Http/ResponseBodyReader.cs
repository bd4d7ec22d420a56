using System.Buffers;
using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Http;

/// <summary>Reads a whole body into a pooled buffer, up to a limit, under the caller's timeout.</summary>
internal static class ResponseBodyReader
{
    private const int FirstBuffer = 4096;

    /// <summary>Reads the body. The result must be disposed after use.</summary>
    /// <exception cref="ResponseTooLongException">The body is longer than the limit.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > limit)
        {
            throw new ResponseTooLongException(limit);
        }

        // A handler of the user may have made the body. The source behind the token of an attempt is used again for other attempts, and
        // would cancel the token of a body that keeps it.
        using var own = IsOfNet(content) ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cancellationToken = own?.Token ?? cancellationToken;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAsync(stream, (int)(announced ?? FirstBuffer), limit, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether no code of a user reads the body: it is a body of .NET's own connection, perhaps decompressed here, or in memory.
    /// </summary>
    private static bool IsOfNet(HttpContent content)
    {
        var type = content.GetType();
        return (!type.IsVisible && type.Assembly == typeof(HttpContent).Assembly)
            || type == typeof(DecompressedContent)
            || type == typeof(ByteArrayContent)
            || type == typeof(StringContent);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<PooledBody> ReadAsync(Stream stream, int expected, int limit, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is detected without growing the buffer.
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(expected, limit) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                // Read at most one byte over the limit, however large the pooled buffer is, so that no more than that is decompressed.
                var room = Math.Min(buffer.Length, limit + 1) - length;
                var read = await stream.ReadAsync(buffer.AsMemory(length, room), cancellationToken).ConfigureAwait(false);
                length += read;
                if (length > limit)
                {
                    throw new ResponseTooLongException(limit);
                }

                if (read == 0)
                {
                    return new PooledBody(buffer, length);
                }

                buffer = length == buffer.Length ? Grow(buffer, limit) : buffer;
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] full, int limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(full.Length * 2L, limit + 1L));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
