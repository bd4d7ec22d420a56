using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>
/// Counts the bytes that are read from a body: at maxChunk one byte over the limit, whatever the chunks and the announced length.
/// </summary>
public sealed class BodyReaderTests
{
    private const int Limit = 64 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, null)]
    [InlineData(1000, null)]
    [InlineData(int.MaxValue, null)]
    [InlineData(int.MaxValue, 5L)]
    [InlineData(int.MaxValue, (long)Limit)]
    public async Task An_endless_body_is_read_to_one_byte_over_the_limit(int maxChunk, long? announced)
    {
        using var content = new ZeroContent(maxChunk, long.MaxValue, announced);

        await Assert.ThrowsAsync<ResponseTooLongException>(async () => (await ResponseBodyReader.ReadAsync(content, Limit, Stop)).Dispose());

        Assert.Equal(Limit + 1, content.BytesRead);
    }

    [Theory]
    [InlineData(Limit + 1L)]
    [InlineData(long.MaxValue)]
    public async Task A_body_whose_announced_length_exceeds_the_limit_is_not_read(long announced)
    {
        using var content = new ZeroContent(int.MaxValue, announced, announced);

        await Assert.ThrowsAsync<ResponseTooLongException>(async () => (await ResponseBodyReader.ReadAsync(content, Limit, Stop)).Dispose());

        Assert.Equal(0, content.BytesRead);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(Limit - 1)]
    [InlineData(Limit)]
    public async Task A_body_within_the_limit_is_read_to_its_end(int length)
    {
        using var content = new ZeroContent(1000, length, announced: null);

        using var body = await ResponseBodyReader.ReadAsync(content, Limit, Stop);

        Assert.Equal(length, body.Bytes.Length);
    }

    /// <summary>A body of zeros, with a maximum for each read and a total. Counts the bytes that were read.</summary>
    private sealed class ZeroContent : HttpContent
    {
        private readonly int _maxChunk;
        private readonly long _length;

        public ZeroContent(int maxChunk, long length, long? announced)
        {
            (_maxChunk, _length) = (maxChunk, length);
            Headers.ContentLength = announced;
        }

        public long BytesRead { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new ZeroStream(this));

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        private sealed class ZeroStream(ZeroContent body) : MemoryStream
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                var count = (int)Math.Min(Math.Min(buffer.Length, body._maxChunk), body._length - body.BytesRead);
                buffer.Span[..count].Clear();
                body.BytesRead += count;
                return new(count);
            }
        }
    }
}
