using System.IO.Compression;
using System.Text;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Compresses strings with the three encodings that the client accepts.</summary>
internal static class Compressed
{
    public static byte[] As(string encoding, string text) => Compress(text, stream => encoding switch
    {
        "gzip" => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true),
        "br" => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true),
        "deflate" => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true),
        "raw deflate" => new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "No such encoding."),
    });

    public static byte[] Gzip(string text) => As("gzip", text);

    private static byte[] Compress(string text, Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var stream = open(bytes))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
