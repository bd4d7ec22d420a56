using System.Globalization;
using System.Text;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>Responses as they arrive on a connection, with the headers of the service.</summary>
internal static class WireResponse
{
    public static ReadOnlyMemory<byte> Balance { get; } = Create(Bodies.Balance);

    public static ReadOnlyMemory<byte> Member { get; } = Create(Bodies.Member);

    public static ReadOnlyMemory<byte> List { get; } = Create(Bodies.List);

    public static ReadOnlyMemory<byte> Recorded { get; } = Create(Bodies.Recorded);

    public static ReadOnlyMemory<byte> Applied { get; } = Create(Bodies.Applied);

    private static byte[] Create(byte[] body)
    {
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        head.Append("Content-Type: application/json; charset=utf-8\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow:r}\r\n");
        foreach (var (name, value) in RateLimit.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
