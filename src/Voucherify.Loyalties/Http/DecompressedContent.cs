using System.IO.Compression;
using System.Net;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// The body of a response without its compression. .NET's own decompression would cost every call, also those whose response is a few bytes
/// long.
/// </summary>
internal sealed class DecompressedContent : HttpContent
{
    private const string AcceptEncoding = "Accept-Encoding";

    /// <summary>The lower half of the first byte of zlib data.</summary>
    private const int ZlibMethod = 8;

    private static readonly string[] Encodings = ["gzip", "deflate", "br"];

    private readonly HttpContent _compressed;
    private readonly string _encoding;

    private DecompressedContent(HttpContent compressed, string encoding)
    {
        (_compressed, _encoding) = (compressed, encoding);
        foreach (var (name, values) in compressed.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // They describe the bytes on the wire. Only the last compression is undone here.
        Headers.ContentLength = null;
        Headers.ContentEncoding.Clear();
        foreach (var other in compressed.Headers.ContentEncoding.SkipLast(1))
        {
            Headers.ContentEncoding.Add(other);
        }
    }

    /// <summary>Asks for the compressions that can be read, as .NET does, also beside those that a user asks for.</summary>
    public static void Ask(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains(AcceptEncoding))
        {
            request.Headers.TryAddWithoutValidation(AcceptEncoding, "gzip, deflate, br");
            return;
        }

        foreach (var encoding in Encodings)
        {
            if (!request.Headers.AcceptEncoding.Any(asked => asked.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)))
            {
                request.Headers.AcceptEncoding.Add(new(encoding));
            }
        }
    }

    /// <summary>Replaces the body of a response if it is compressed.</summary>
    public static void Decode(HttpResponseMessage response)
    {
        if (response.Content.Headers.NonValidated.Contains("Content-Encoding")
            && response.Content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant() is "gzip" or "deflate" or "br")
        {
            var compressed = response.Content;
            response.Content = new DecompressedContent(compressed, compressed.Headers.ContentEncoding.Last().ToLowerInvariant());
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
    {
        var stream = await _compressed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (_encoding != "deflate")
        {
            return Decompress(stream);
        }

        var first = new byte[1];
        var read = await stream.ReadAsync(first, cancellationToken).ConfigureAwait(false);
        return Inflate(first.AsMemory(0, read), stream);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        var stream = _compressed.ReadAsStream(cancellationToken);
        if (_encoding != "deflate")
        {
            return Decompress(stream);
        }

        var first = new byte[1];
        var read = stream.Read(first, 0, 1);
        return Inflate(first.AsMemory(0, read), stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var decompressed = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (decompressed.ConfigureAwait(false))
        {
            await decompressed.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var decompressed = CreateContentReadStream(cancellationToken);
        decompressed.CopyTo(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _compressed.Dispose();
        }

        base.Dispose(disposing);
    }

    // The client does not run in a browser.
    private Stream Decompress(Stream stream) => _encoding == "gzip" || OperatingSystem.IsBrowser()
        ? new GZipStream(stream, CompressionMode.Decompress)
        : new BrotliStream(stream, CompressionMode.Decompress);

    // The standard means zlib data by "deflate"; some servers send it without zlib's header.
    private static Stream Inflate(ReadOnlyMemory<byte> first, Stream rest)
    {
        var whole = new PrefixedStream(first, rest);
        return first.Length > 0 && (first.Span[0] & 0xF) == ZlibMethod
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
