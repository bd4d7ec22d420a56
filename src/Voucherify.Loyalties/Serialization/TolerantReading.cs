using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Reads JSON once more that the generated code refused, and leaves out the values that cannot be read. It only runs when a value is odd.
/// </summary>
internal static class TolerantReading
{
    /// <summary>Reads what can be read.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="type">How to read it.</param>
    /// <param name="skipped">The paths that were left out, such as <c>related_object</c> or <c>data[3].details</c>.</param>
    /// <returns>The value, or null if nothing could be read.</returns>
    /// <exception cref="JsonException">This is not JSON.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, out IReadOnlyList<string> skipped)
        where T : class
    {
        var values = new SkippedValues(json.ToArray());
        using (values.Begin())
        {
            var read = JsonSerializer.Deserialize(json, type);
            skipped = values.Attach(read);
            return read;
        }
    }

    /// <summary>Reads what can be read of a part of a document. Whatever the part is, this does not throw.</summary>
    /// <param name="json">The part; null if there is none.</param>
    /// <param name="type">How to read it.</param>
    /// <returns>The value; null if there is none, or it is of another kind.</returns>
    public static T? Read<T>(JsonElement? json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } part)
        {
            return null;
        }

        try
        {
            return part.Deserialize(type);
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            return ReadAgain(part, type);
        }
    }

    /// <summary>Returns a string of a document. Half a surrogate pair becomes U+FFFD.</summary>
    /// <exception cref="InvalidOperationException">It is not UTF-8.</exception>
    public static string? Text(JsonElement text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.GetRawText()));
        reader.Read();
        return JsonReading.Text(ref reader);
    }

    /// <summary>Returns a whole number of a document; null if it is none.</summary>
    public static long? Int64(JsonElement? number)
    {
        if (number is not { ValueKind: JsonValueKind.Number or JsonValueKind.String } value)
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
        reader.Read();
        using var skipped = new SkippedValues(default).Begin();
        return JsonReading.Int64(ref reader);
    }

    private static T? ReadAgain<T>(JsonElement part, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Read(Encoding.UTF8.GetBytes(part.GetRawText()), type, out _);
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            // The part is not UTF-8.
            return null;
        }
    }
}
