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
    /// <summary>Begins an object. An empty list stands for an empty object: PHP writes it so.</summary>
    /// <returns>False for null.</returns>
    /// <exception cref="JsonException">The value is neither an object nor null.</exception>
    public static bool Begin(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject || (reader.TokenType != JsonTokenType.Null && BeginOther(ref reader));

    /// <summary>Moves to the value of the next member.</summary>
    /// <returns>False at the end of the object.</returns>
    public static bool Next(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            name = default;
            return false;
        }

        name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(String(ref reader) ?? string.Empty)
            : reader.HasValueSequence ? reader.ValueSequence.ToArray()
            : reader.ValueSpan;
        reader.Read();
        return true;
    }

    /// <summary>Skips a value that is not needed.</summary>
    public static void Skip(ref Utf8JsonReader reader) => reader.TrySkip();

    /// <summary>
    /// Reads a list. An object stands for a list of one. Null strings are left out; null rows stay, because they count for whether a page
    /// is full.
    /// </summary>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, ReadJson<T> item)
    {
        if (reader.TokenType == JsonTokenType.StartObject && IsItem(reader))
        {
            return item(ref reader) is { } only ? [only] : null;
        }

        if (!BeginList(ref reader))
        {
            return null;
        }

        List<T>? items = null;
        var skipped = SkippedValues.Current;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var value = skipped is null ? item(ref reader) : skipped.ReadItem(ref reader, item);
            if (value is not null || typeof(T) != typeof(string))
            {
                (items ??= []).Add(value!);
            }
        }

        return items ?? (IReadOnlyList<T>)[];
    }

    /// <summary>Reads a list of single values, without its nulls.</summary>
    public static IReadOnlyList<T>? Values<T>(ref Utf8JsonReader reader, ReadValue<T> item)
        where T : struct
    {
        if (!BeginList(ref reader))
        {
            return null;
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (item(ref reader) is { } value)
            {
                items.Add(value);
            }
        }

        return items;
    }

    /// <summary>Reads a response that is a list. It may be the <c>data</c> of an object.</summary>
    public static IReadOnlyList<T>? ResponseList<T>(ref Utf8JsonReader reader, ReadJson<T> item)
    {
        var members = reader;
        while (reader.TokenType == JsonTokenType.StartObject && Next(ref members, out var name))
        {
            if (members.TokenType == JsonTokenType.StartArray && name.SequenceEqual("data"u8))
            {
                Skip(ref reader);
                return List(ref members, item);
            }

            Skip(ref members);
        }

        return List(ref reader, item);
    }

    public static IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, ReadJson<T> item)
    {
        if (!Begin(ref reader))
        {
            return null;
        }

        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        var skipped = SkippedValues.Current;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var name = String(ref reader) ?? string.Empty;
            reader.Read();
            items[name] = (skipped is null ? item(ref reader) : skipped.ReadItem(ref reader, item))!;
        }

        return items;
    }

    /// <summary>Reads a map of single values, without its nulls.</summary>
    public static IReadOnlyDictionary<string, T>? ValueMap<T>(ref Utf8JsonReader reader, ReadValue<T> item)
        where T : struct
    {
        if (!Begin(ref reader))
        {
            return null;
        }

        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        while (Next(ref reader, out var name))
        {
            if (item(ref reader) is { } value)
            {
                items[Encoding.UTF8.GetString(name)] = value;
            }
        }

        return items;
    }

    public static LoyaltyMetadata? Metadata(ref Utf8JsonReader reader) => LoyaltyMetadata.Read(ref reader);

    /// <summary>Reads a value that is either a string or an object.</summary>
    public static StringOr<T>? StringOr<T>(ref Utf8JsonReader reader, ReadJson<T> item)
        where T : class => reader.TokenType switch
        {
            JsonTokenType.Null => default(StringOr<T>?),
            JsonTokenType.String => StringOf<T>(ref reader),
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

    /// <summary>Creates the error for a missing required member.</summary>
    public static JsonException Missing(string name) => new($"'{name}' is missing.");

    private static StringOr<T>? StringOf<T>(ref Utf8JsonReader reader)
        where T : class => String(ref reader) is { } text ? new StringOr<T>(text) : default(StringOr<T>?);

    private static T Known<T>(ref Utf8JsonReader reader)
        where T : class, IPreservesJson<T>, new()
    {
        var again = reader;
        try
        {
            return reader.TokenType == JsonTokenType.StartObject ? T.Read(ref reader)! : new T();
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            // The JSON that is kept shows what is left out.
            using var skipped = new SkippedValues(default).Begin();
            return T.Read(ref again)!;
        }
    }

    private static bool BeginOther(ref Utf8JsonReader reader)
    {
        var next = reader;
        if (reader.TokenType == JsonTokenType.StartArray && next.Read() && next.TokenType == JsonTokenType.EndArray)
        {
            return true;
        }

        Refuse(ref reader, "An object was expected.");
        return false;
    }

    private static bool IsItem(Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static bool BeginList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            Refuse(ref reader, "A list was expected.");
        }

        return false;
    }

    /// <summary>Skips a value that cannot be read, if that is reported.</summary>
    /// <exception cref="JsonException">It is not reported.</exception>
    private static void Refuse(ref Utf8JsonReader reader, string reason)
    {
        if (SkippedValues.Current is not { } skipped)
        {
            throw new JsonException(reason);
        }

        skipped.Add(ref reader);
        Skip(ref reader);
    }

    private static T? Refused<T>(ref Utf8JsonReader reader, string reason)
    {
        Refuse(ref reader, reason);
        return default;
    }
}
