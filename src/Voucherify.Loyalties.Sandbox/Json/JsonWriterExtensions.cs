using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Values that <see cref="Utf8JsonWriter"/> does not write by itself, in the form that the service writes.</summary>
internal static class JsonWriterExtensions
{
    /// <summary>Writes a property whose value is an object.</summary>
    public static void WriteObject(this Utf8JsonWriter writer, string name, Action<Utf8JsonWriter> writeProperties)
    {
        writer.WriteStartObject(name);
        writeProperties(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes a property whose value is an array of objects.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> writeRow)
    {
        writer.WritePropertyName(name);
        writer.WriteArray(rows, writeRow);
    }

    /// <summary>Writes an array of objects.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter writer, IEnumerable<T> rows, Action<Utf8JsonWriter, T> writeRow)
    {
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writeRow(writer, row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a property whose value is an empty array.</summary>
    public static void WriteEmptyArray(this Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }

    /// <summary>Writes a property whose value is an empty object.</summary>
    public static void WriteEmptyObject(this Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }

    /// <summary>Writes a property exactly as it was received, or null if it was not.</summary>
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

    /// <summary>Writes an instant, or null.</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        writer.WriteString(name, instant is { } known ? IsoTime.Format(known) : null);

    /// <summary>Writes a day.</summary>
    public static void WriteDay(this Utf8JsonWriter writer, string name, DateOnly day) =>
        writer.WriteString(name, IsoTime.Format(day));
}
