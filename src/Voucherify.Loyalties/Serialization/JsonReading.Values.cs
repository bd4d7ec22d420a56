using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Voucherify.Loyalties.Ids;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Single values. A number or boolean may be sent as a string, and a string as a number or boolean: the vendor's document types one
/// <c>active</c> that way.
/// </summary>
internal static partial class JsonReading
{
    private const int LongestInPlace = 64;
    private const string Card = "voucher";

    // Reuse the name of the object that every transaction and balance is about: a page of 100 has it a hundred times.
    public static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueTextEquals(Card) ? Card : String(ref reader);

    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when bool.TryParse(String(ref reader), out var value) => value,
        _ => Refused<bool?>(ref reader, "true or false was expected."),
    };

    public static int? Int32(ref Utf8JsonReader reader)
    {
        var value = reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? WholeOf(ref reader) : null;
        return value is >= int.MinValue and <= int.MaxValue ? (int)value.Value : NoNumber<int>(ref reader);
    }

    public static long? Int64(ref Utf8JsonReader reader) =>
        (reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? WholeOf(ref reader) : null) ?? NoNumber<long>(ref reader);

    public static decimal? Decimal(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[LongestInPlace];
                ReadOnlySpan<byte> text = buffer[..CopyDigits(ref reader, buffer)];
                return Utf8Parser.TryParse(text, out decimal value, out var length) && length == text.Length
                    ? value
                    : NoNumber<decimal>(ref reader);
            default:
                return NoNumber<decimal>(ref reader);
        }
    }

    public static double? Double(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                return number;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[LongestInPlace];
                ReadOnlySpan<byte> text = buffer[..CopyDigits(ref reader, buffer)];
                return Utf8Parser.TryParse(text, out double value, out var length) && length == text.Length && double.IsFinite(value)
                    ? value
                    : NoNumber<double>(ref reader);
            default:
                return NoNumber<double>(ref reader);
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
        var isPlain = reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false };
        var isRead = isPlain && Encoding.UTF8.TryGetChars(reader.ValueSpan, buffer, out var length)
            ? Instants.TryRead(buffer[..length], out var moment)
            : Instants.TryRead(reader.TokenType == JsonTokenType.String ? String(ref reader) : null, out moment);
        return isRead ? moment : NoDate<DateTimeOffset>(ref reader);
    }

    /// <summary>Reads a calendar day, also from a response that has a full timestamp instead.</summary>
    public static DateOnly? Day(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.String && Instants.TryReadDay(String(ref reader), out var day) ? day
        : NoDate<DateOnly>(ref reader);

    public static LoyaltyDate? DayOrInstant(ref Utf8JsonReader reader) => String(ref reader) is { } text ? new(text) : null;

    public static JsonElement? Json(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);

    public static TEnum? OpenEnum<TEnum>(ref Utf8JsonReader reader)
        where TEnum : struct, IOpenEnum<TEnum>
    {
        // Known values need no new string: a page of 100 transactions has hundreds of them.
        if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: false })
        {
            foreach (var candidate in TEnum.Known)
            {
                if (reader.ValueTextEquals(candidate.Value))
                {
                    return candidate;
                }
            }
        }

        return String(ref reader) is { } text ? TEnum.Create(text) : null;
    }

    public static TId? Id<TId>(ref Utf8JsonReader reader)
        where TId : struct, IStringId<TId> => String(ref reader) is { } id ? TId.Create(id) : null;

    private static string? String(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            case JsonTokenType.String or JsonTokenType.PropertyName:
                try
                {
                    return reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return LossyText.Read(ref reader) ?? Refused<string>(ref reader, "A string is not UTF-8.");
                }

            default:
                return Refused<string>(ref reader, "A string was expected.");
        }
    }

    // JSON has one kind of number: 600.0 and 6e2 are the whole number 600.
    private static long? WholeOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out var integer) ? integer : Whole(reader.TryGetDecimal(out var fraction) ? fraction : null);
        }

        Span<byte> buffer = stackalloc byte[LongestInPlace];
        ReadOnlySpan<byte> text = buffer[..CopyDigits(ref reader, buffer)];
        return Utf8Parser.TryParse(text, out long value, out var length) && length == text.Length
            ? value
            : Whole(Utf8Parser.TryParse(text, out decimal number, out length) && length == text.Length ? number : null);
    }

    private static long? Whole(decimal? number) =>
        number is >= long.MinValue and <= long.MaxValue and { } value && decimal.Truncate(value) == value ? (long)value : null;

    /// <summary>Copies the string of a number. What does not fit is no number.</summary>
    private static int CopyDigits(ref Utf8JsonReader reader, scoped Span<byte> buffer)
    {
        if (reader is { ValueIsEscaped: false, HasValueSequence: false })
        {
            return reader.ValueSpan.TryCopyTo(buffer) ? reader.ValueSpan.Length : 0;
        }

        return Encoding.UTF8.TryGetBytes(String(ref reader), buffer, out var length) ? length : 0;
    }

    private static T? NoNumber<T>(ref Utf8JsonReader reader)
        where T : struct => reader.TokenType == JsonTokenType.Null ? null : Refused<T?>(ref reader, "A number was expected.");

    private static T? NoDate<T>(ref Utf8JsonReader reader)
        where T : struct => Refused<T?>(ref reader, "An ISO 8601 date or time was expected.");
}
