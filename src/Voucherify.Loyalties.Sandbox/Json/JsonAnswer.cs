using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Engine;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Writes the JSON of answers. By hand: it needs no reflection, and every member stands where one can see it.</summary>
internal static class JsonAnswer
{
    // Like the service's JSON.stringify, which leaves letters and quotes of other scripts alone.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SandboxResponse Of(int status, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return new SandboxResponse(status, buffer.WrittenMemory)
        {
            Headers = [new("Content-Type", "application/json; charset=utf-8")],
        };
    }

    /// <summary>An instant as the service writes it: UTC, milliseconds, <c>Z</c> (E).</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        writer.WriteString(name, instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public static void WriteDay(this Utf8JsonWriter writer, string name, DateOnly day) =>
        writer.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
