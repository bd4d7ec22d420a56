using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>Writes the JSON of answers. By hand: it needs no reflection, and every member stands where one can see it.</summary>
internal static class JsonResponse
{
    // Like the service's JSON.stringify, which leaves letters and quotes of other scripts alone.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SandboxResponse Of(int status, Action<Utf8JsonWriter> writeMembers) => OfValue(status, writer =>
    {
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
    });

    /// <summary>An array of objects.</summary>
    public static SandboxResponse OfArray<T>(int status, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write) => OfValue(status, writer =>
    {
        writer.WriteStartArray();
        WriteRows(writer, rows, write);
        writer.WriteEndArray();
    });

    /// <summary>The same without headers, for JSON inside something else.</summary>
    public static string TextOf(Action<Utf8JsonWriter> writeMembers) => Encoding.UTF8.GetString(Of(200, writeMembers).Body.Span);

    public static void WriteRows<T>(Utf8JsonWriter writer, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            write(writer, row);
            writer.WriteEndObject();
        }
    }

    /// <summary>A member with an object.</summary>
    public static void WriteObject(this Utf8JsonWriter writer, string name, Action<Utf8JsonWriter> writeMembers)
    {
        writer.WriteStartObject(name);
        writeMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes a value as it came; null without one.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } known)
        {
            known.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>An instant as the service writes it: UTC, milliseconds, <c>Z</c> (E).</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        writer.WriteString(name, instant is { } known ? InstantText(known) : null);

    /// <summary>The same as a text.</summary>
    public static string InstantText(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public static void WriteDay(this Utf8JsonWriter writer, string name, DateOnly day) =>
        writer.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static SandboxResponse OfValue(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return new SandboxResponse(status, buffer.WrittenMemory)
        {
            Headers = [new("Content-Type", "application/json; charset=utf-8")],
        };
    }
}
