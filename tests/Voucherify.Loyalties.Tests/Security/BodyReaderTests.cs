using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Counts what is taken out of a body: never more than one byte over the limit, however it comes and whatever it announced.</summary>
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
    public async Task A_body_without_an_end_is_left_one_byte_over_the_limit(int most, long? announced)
    {
        using var content = new Endless(most, long.MaxValue, announced);

        await Assert.ThrowsAsync<ResponseTooLongException>(async () => (await ResponseBodyReader.ReadAsync(content, Limit, Stop)).Dispose());

        Assert.Equal(Limit + 1, content.Taken);
    }

    [Theory]
    [InlineData(Limit + 1L)]
    [InlineData(long.MaxValue)]
    public async Task A_body_that_announces_too_much_is_not_read_at_all(long announced)
    {
        using var content = new Endless(int.MaxValue, announced, announced);

        await Assert.ThrowsAsync<ResponseTooLongException>(async () => (await ResponseBodyReader.ReadAsync(content, Limit, Stop)).Dispose());

        Assert.Equal(0, content.Taken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(Limit - 1)]
    [InlineData(Limit)]
    public async Task A_body_within_the_limit_is_read_to_its_end(int length)
    {
        using var content = new Endless(1000, length, announced: null);

        using var body = await ResponseBodyReader.ReadAsync(content, Limit, Stop);

        Assert.Equal(length, body.Bytes.Length);
    }

    /// <summary>Zeros, so many at a time at most, and so many in all; counts those that were taken.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly int _most;
        private readonly long _length;

        public Endless(int most, long length, long? announced)
        {
            (_most, _length) = (most, length);
            Headers.ContentLength = announced;
        }

        public long Taken { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Zeros(this));

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        private sealed class Zeros(Endless body) : MemoryStream
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                var count = (int)Math.Min(Math.Min(buffer.Length, body._most), body._length - body.Taken);
                buffer.Span[..count].Clear();
                body.Taken += count;
                return new(count);
            }
        }
    }
}
