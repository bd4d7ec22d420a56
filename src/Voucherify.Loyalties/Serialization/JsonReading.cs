using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// The methods with which generated code reads models: the parts of an object, and everything except single values. They are as tolerant as
/// responses require: null is accepted everywhere, and unknown members are skipped.
/// </summary>
internal static partial class JsonReading
{
    /// <summary>Begins an object.</summary>
    /// <returns>False for null.</returns>
    /// <exception cref="JsonException">The value is neither an object nor null.</exception>
    public static bool Begin(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw new JsonException("An object was expected."),
    };

    /// <summary>Moves to the value of the next member.</summary>
    /// <returns>False at the end of the object.</returns>
    public static bool Next(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!)
            : reader.HasValueSequence ? reader.ValueSequence.ToArray()
            : reader.ValueSpan;
        reader.Read();
        return true;
    }

    /// <summary>Skips a value that is not needed.</summary>
    public static void Skip(ref Utf8JsonReader reader) => reader.TrySkip();

    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, ReadJson<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return reader.TokenType == JsonTokenType.Null ? null : throw new JsonException("A list was expected.");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item(ref reader)!);
        }

        return items;
    }

    public static IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, ReadJson<T> item)
    {
        if (!Begin(ref reader))
        {
            return null;
        }

        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            items[name] = item(ref reader)!;
        }

        return items;
    }

    public static LoyaltyMetadata? Metadata(ref Utf8JsonReader reader) => LoyaltyMetadata.Read(ref reader);

    /// <summary>Reads a value that is either a string or an object.</summary>
    public static StringOr<T>? StringOr<T>(ref Utf8JsonReader reader, ReadJson<T> item)
        where T : class => reader.TokenType switch
        {
            JsonTokenType.Null => default(StringOr<T>?),
            JsonTokenType.String => new StringOr<T>(reader.GetString()!),
            JsonTokenType.StartObject => new StringOr<T>(item(ref reader)!),
            _ => Loyalties.StringOr<T>.FromRaw(JsonElement.ParseValue(ref reader)),
        };

    /// <summary>Reads a union that may get new branches. A new branch must not make a whole response unreadable.</summary>
    public static T? KeptRaw<T>(ref Utf8JsonReader reader)
        where T : class, IPreservesJson<T>, new()
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var members = reader;
        var raw = JsonElement.ParseValue(ref reader);
        return T.Keep(Known<T>(ref members), raw);
    }

    /// <summary>Creates the error for a null item in a list that must not have one.</summary>
    public static JsonException NoItem() => new("An item is null.");

    /// <summary>Creates the error for a missing required member.</summary>
    public static JsonException Missing(string name) => new($"'{name}' is missing.");

    private static T Known<T>(ref Utf8JsonReader reader)
        where T : class, IPreservesJson<T>, new()
    {
        try
        {
            return reader.TokenType == JsonTokenType.StartObject ? T.Read(ref reader)! : new T();
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            return new T();
        }
    }
}
