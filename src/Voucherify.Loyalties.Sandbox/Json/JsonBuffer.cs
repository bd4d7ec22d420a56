using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Writes a JSON document to memory, in the form that the service writes.</summary>
internal static class JsonBuffer
{
    // Like JSON.stringify, which does not escape the letters and quotation marks of other scripts.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one value.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeValue)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writeValue(writer);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes an object.</summary>
    public static ReadOnlyMemory<byte> WriteObject(Action<Utf8JsonWriter> writeProperties) => Write(writer =>
    {
        writer.WriteStartObject();
        writeProperties(writer);
        writer.WriteEndObject();
    });

    /// <summary>Writes one value, and returns it as it can be read.</summary>
    public static JsonElement WriteElement(Action<Utf8JsonWriter> writeValue)
    {
        using var document = JsonDocument.Parse(Write(writeValue));
        return document.RootElement.Clone();
    }

    /// <summary>Parses a value that lives as long as it is used.</summary>
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>Writes an object to a string.</summary>
    public static string WriteObjectString(Action<Utf8JsonWriter> writeProperties) =>
        Encoding.UTF8.GetString(WriteObject(writeProperties).Span);
}
