using System.Globalization;
using System.Text;
using System.Text.Json;
using Voucherify.Loyalties.Ids;

namespace Voucherify.Loyalties.Serialization;

/// <summary>The methods with which generated code writes models. A null member is left out.</summary>
internal static class JsonWriting
{
    public static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a string that is absent if it is empty, such as an id.</summary>
    public static void TextUnlessEmpty(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes an id that a request names.</summary>
    /// <exception cref="ArgumentException">The id is empty, as an id is that a response lacks.</exception>
    public static void TextId(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { Length: 0 })
        {
            throw new ArgumentException($"The id '{Encoding.UTF8.GetString(name)}' is empty.", nameof(value));
        }

        Text(writer, name, value);
    }

    public static void Boolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known)
        {
            writer.WriteBoolean(name, known);
        }
    }

    public static void Int32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value) => Int64(writer, name, value);

    public static void Int64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }

    public static void Decimal(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }

    public static void Double(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }

    public static void Instant(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value) =>
        Text(writer, name, value is { } known ? Instants.Write(known) : null);

    public static void Day(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? value) =>
        Text(writer, name, value?.ToString("O", CultureInfo.InvariantCulture));

    public static void DayOrInstant(Utf8JsonWriter writer, ReadOnlySpan<byte> name, LoyaltyDate? value) => Text(writer, name, value?.Text);

    public static void OpenEnum<TEnum>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TEnum? value)
        where TEnum : struct, IOpenEnum<TEnum> => TextUnlessEmpty(writer, name, value?.Value);

    public static void Id<TId>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TId? value)
        where TId : struct, IStringId<TId> => Text(writer, name, value is { HasValue: true } id ? id.Value : null);

    /// <summary>Writes an id that a request names.</summary>
    /// <exception cref="ArgumentException">The id has no value, as an id has that a response lacks.</exception>
    public static void RequestId<TId>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TId? value)
        where TId : struct, IStringId<TId>
    {
        if (value is { HasValue: false })
        {
            throw new ArgumentException($"The id '{Encoding.UTF8.GetString(name)}' has no value. Leave it out, or set one.", nameof(value));
        }

        Id(writer, name, value);
    }

    public static void Json(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { } known)
        {
            writer.WritePropertyName(name);
            known.WriteTo(writer);
        }
    }

    public static void Metadata(Utf8JsonWriter writer, ReadOnlySpan<byte> name, LoyaltyMetadata? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes custom attributes, or null to remove all that there are.</summary>
    public static void MetadataOrNull(Utf8JsonWriter writer, ReadOnlySpan<byte> name, LoyaltyMetadata? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        Metadata(writer, name, value);
    }

    /// <summary>Writes a member that is an object, a list or a map.</summary>
    public static void Member<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, WriteJson<T> write)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
    }

    /// <summary>Writes a member that is either a string or an object.</summary>
    public static void StringOr<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, StringOr<T>? value, WriteJson<T> write)
        where T : class
    {
        if (value is { } known)
        {
            writer.WritePropertyName(name);
            StringOr(writer, known, write);
        }
    }

    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items, WriteJson<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Item(writer, item, write);
        }

        writer.WriteEndArray();
    }

    public static void Map<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> items, WriteJson<T> write)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in items)
        {
            writer.WritePropertyName(name);
            Item(writer, item, write);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a union that keeps its JSON, which is written instead of its members.</summary>
    public static void KeptRaw<T>(Utf8JsonWriter writer, T value)
        where T : class, IPreservesJson<T>
    {
        if (value.Raw is { } raw)
        {
            raw.WriteTo(writer);
        }
        else
        {
            T.Write(writer, value);
        }
    }

    public static void Instant(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(Instants.Write(value));

    public static void Day(Utf8JsonWriter writer, DateOnly value) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    public static void DayOrInstant(Utf8JsonWriter writer, LoyaltyDate value) => writer.WriteStringValue(value.Text);

    public static void StringOr<T>(Utf8JsonWriter writer, StringOr<T> value, WriteJson<T> write)
        where T : class
    {
        if (value.Value is { } item)
        {
            write(writer, item);
        }
        else if (value.Raw is { } raw)
        {
            raw.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }

    private static void Item<T>(Utf8JsonWriter writer, T item, WriteJson<T> write)
    {
        if (item is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, item);
        }
    }
}
