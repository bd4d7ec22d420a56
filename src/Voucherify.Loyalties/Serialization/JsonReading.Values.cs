using System.Buffers.Text;
using System.Text.Json;
using Voucherify.Loyalties.Ids;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Single values. Numbers and booleans may be sent as strings: the vendor's document types one <c>active</c> that way.</summary>
internal static partial class JsonReading
{
    private const int LongestInPlace = 64;
    private const string Card = "voucher";

    // Reuse the name of the object that every transaction and balance is about: a page of 100 has it a hundred times.
    public static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Card) ? Card : reader.GetString();

    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => bool.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException("true or false was expected."),
        _ => reader.GetBoolean(),
    };

    public static int? Int32(ref Utf8JsonReader reader) => Int64(ref reader) switch
    {
        null => null,
        >= int.MinValue and <= int.MaxValue and var value => (int)value,
        _ => throw NoNumber(),
    };

    public static long? Int64(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[LongestInPlace];
                ReadOnlySpan<byte> text = buffer[..CopyDigits(ref reader, buffer)];
                return Utf8Parser.TryParse(text, out long value, out var length) && length == text.Length
                    ? value
                    : Whole(Utf8Parser.TryParse(text, out decimal number, out length, 'e') && length == text.Length ? number : null);
            default:
                return reader.TryGetInt64(out var integer)
                    ? integer
                    : Whole(reader.TryGetDecimal(out var fraction) ? fraction : null);
        }
    }

    public static decimal? Decimal(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[LongestInPlace];
                ReadOnlySpan<byte> text = buffer[..CopyDigits(ref reader, buffer)];
                return Utf8Parser.TryParse(text, out decimal value, out var length) && length == text.Length ? value : throw NoNumber();
            default:
                return reader.GetDecimal();
        }
    }

    public static double? Double(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[LongestInPlace];
                ReadOnlySpan<byte> text = buffer[..CopyDigits(ref reader, buffer)];
                return Utf8Parser.TryParse(text, out double value, out var length) && length == text.Length && double.IsFinite(value)
                    ? value
                    : throw NoNumber();
            default:
                return reader.GetDouble();
        }
    }

    /// <summary>Reads a moment; a bare day is midnight UTC. The built-in converter would use the time zone of the machine.</summary>
    public static DateTimeOffset? Instant(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        // Allocate no string for each moment: a page of 100 transactions has a hundred.
        Span<char> buffer = stackalloc char[LongestInPlace];
        var isShort = reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueSpan.Length: <= LongestInPlace };
        ReadOnlySpan<char> text = isShort ? buffer[..reader.CopyString(buffer)] : reader.GetString().AsSpan();
        return Instants.TryRead(text, out var moment)
            ? moment
            : throw new JsonException($"'{text}' is not an ISO 8601 date or time.");
    }

    /// <summary>Reads a calendar day, also from a response that has a full timestamp instead.</summary>
    public static DateOnly? Day(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var text = reader.GetString();
        return Instants.TryReadDay(text, out var day)
            ? day
            : throw new JsonException($"'{text}' is not an ISO 8601 date.");
    }

    public static LoyaltyDate? DayOrInstant(ref Utf8JsonReader reader) => reader.GetString() is { } text ? new(text) : null;

    public static JsonElement? Json(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    public static TEnum? OpenEnum<TEnum>(ref Utf8JsonReader reader)
        where TEnum : struct, IOpenEnum<TEnum>
    {
        // Known values need no new string: a page of 100 transactions has hundreds of them.
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            foreach (var candidate in TEnum.Known)
            {
                if (reader.ValueTextEquals(candidate.Value))
                {
                    return candidate;
                }
            }
        }

        return reader.GetString() is { } text ? TEnum.Create(text) : null;
    }

    public static TId? Id<TId>(ref Utf8JsonReader reader)
        where TId : struct, IStringId<TId> => reader.GetString() is { } id ? TId.Create(id) : null;

    private static int CopyDigits(ref Utf8JsonReader reader, scoped Span<byte> buffer) =>
        (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) <= LongestInPlace
            ? reader.CopyString(buffer)
            : throw NoNumber();

    // JSON has one kind of number: 600.0 and 6e2 are the whole number 600.
    private static long Whole(decimal? number) =>
        number is >= long.MinValue and <= long.MaxValue and { } value && decimal.Truncate(value) == value ? (long)value : throw NoNumber();

    private static JsonException NoNumber() => new("A number was expected.");
}
