using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties;

/// <summary>
/// The value of a custom attribute: a string, a number, true or false, a list, or null. Simple values convert to it implicitly, and a list
/// is a collection expression: <c>["a", "b"]</c>.
/// </summary>
[JsonConverter(typeof(LoyaltyJsonConverter<LoyaltyMetadataValue>))]
[DebuggerDisplay("{ToString(),nq}")]
[CollectionBuilder(typeof(LoyaltyMetadataValue), nameof(FromItems))]
public readonly struct LoyaltyMetadataValue : IEquatable<LoyaltyMetadataValue>, ILoyaltyJson<LoyaltyMetadataValue>
{
    // A string, a long, a decimal, a double, a bool, a list of values, or JSON of another kind; null for null.
    private readonly object? _value;

    private LoyaltyMetadataValue(object? value) => _value = value;

    /// <summary>The value that is null.</summary>
    public static LoyaltyMetadataValue Null => default;

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => _value is null;

    /// <summary>Converts a string. Null becomes <see cref="Null"/>.</summary>
    /// <param name="value">The string.</param>
    public static implicit operator LoyaltyMetadataValue(string? value) => new(value);

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LoyaltyMetadataValue(long value) => new(value);

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator LoyaltyMetadataValue(decimal value) => new(value);

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number, which must be finite.</param>
    /// <exception cref="ArgumentException">JSON has no such number.</exception>
    public static implicit operator LoyaltyMetadataValue(double value) => double.IsFinite(value)
        ? new(value)
        : throw new ArgumentException("JSON has no number that is infinite or not a number.", nameof(value));

    /// <summary>Converts true or false.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator LoyaltyMetadataValue(bool value) => new(value);

    /// <summary>Converts a moment to a string in UTC, as the service writes moments.</summary>
    /// <param name="value">The moment.</param>
    public static implicit operator LoyaltyMetadataValue(DateTimeOffset value) => new(Instants.Write(value));

    /// <summary>Converts a day to a string, as the service writes days.</summary>
    /// <param name="value">The day.</param>
    public static implicit operator LoyaltyMetadataValue(DateOnly value) => new(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Converts JSON of any kind, also an object.</summary>
    /// <param name="value">The JSON.</param>
    public static implicit operator LoyaltyMetadataValue(JsonElement value) => MetadataJson.Of(value);

    /// <summary>Compares two values: numbers by their value, everything else by its content.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool operator ==(LoyaltyMetadataValue left, LoyaltyMetadataValue right) => left.Equals(right);

    /// <summary>Compares two values: numbers by their value, everything else by its content.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool operator !=(LoyaltyMetadataValue left, LoyaltyMetadataValue right) => !left.Equals(right);

    /// <summary>Creates a list.</summary>
    /// <param name="items">The items.</param>
    public static LoyaltyMetadataValue FromItems(ReadOnlySpan<LoyaltyMetadataValue> items) => new(items.ToArray());

    /// <summary>The string; null if the value is not a string.</summary>
    public string? AsString() => _value as string;

    /// <summary>The number; null if the value is not a number, or not one that a <see cref="decimal"/> can hold.</summary>
    public decimal? AsNumber() => _value switch
    {
        long number => number,
        decimal number => number,
        double number when Math.Abs(number) < (double)decimal.MaxValue => (decimal)number,
        _ => null,
    };

    /// <summary>The Boolean; null if the value is not one.</summary>
    public bool? AsBoolean() => _value as bool?;

    /// <summary>The items; null if the value is not a list.</summary>
    public IReadOnlyList<LoyaltyMetadataValue>? AsList() => _value as LoyaltyMetadataValue[];

    /// <summary>The value as JSON.</summary>
    public JsonElement ToJson() => _value is JsonElement json ? json : MetadataJson.Parse(MetadataJson.Text(this));

    /// <summary>Enumerates the items of a list. Another value has no items.</summary>
    public IEnumerator<LoyaltyMetadataValue> GetEnumerator() => (AsList() ?? []).GetEnumerator();

    /// <inheritdoc />
    public bool Equals(LoyaltyMetadataValue other) => (_value, other._value) switch
    {
        (LoyaltyMetadataValue[] items, LoyaltyMetadataValue[] others) => items.AsSpan().SequenceEqual(others),
        (JsonElement json, JsonElement another) => json.GetRawText() == another.GetRawText(),
        _ when AsNumber() is { } number => number == other.AsNumber(),
        _ => Equals(_value, other._value),
    };

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is LoyaltyMetadataValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => AsNumber()?.GetHashCode() ?? _value switch
    {
        LoyaltyMetadataValue[] items => items.Length,
        JsonElement json => json.GetRawText().GetHashCode(StringComparison.Ordinal),
        var value => value?.GetHashCode() ?? 0,
    };

    /// <summary>The string as it is, another value as JSON, and nothing for null.</summary>
    public override string ToString() => _value switch
    {
        null => string.Empty,
        string text => text,
        _ => MetadataJson.Text(this),
    };

    static LoyaltyMetadataValue ILoyaltyJson<LoyaltyMetadataValue>.ReadJson(ref Utf8JsonReader reader) => Read(ref reader);

    static void ILoyaltyJson<LoyaltyMetadataValue>.WriteJson(Utf8JsonWriter writer, LoyaltyMetadataValue value) => value.WriteTo(writer);

    internal static LoyaltyMetadataValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(JsonReading.Text(ref reader));
            case JsonTokenType.True or JsonTokenType.False:
                return new(reader.GetBoolean());
            case JsonTokenType.Null:
                return Null;
            case JsonTokenType.Number when reader.TryGetInt64(out var whole):
                return new(whole);
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return new(number);
            case JsonTokenType.StartArray:
                var items = new List<LoyaltyMetadataValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return new(items.ToArray());
            default:
                return new(JsonElement.ParseValue(ref reader));
        }
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case LoyaltyMetadataValue[] items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Returns the value as plain .NET objects, which other serializers and data tools understand.</summary>
    internal object? ToObject() => _value switch
    {
        LoyaltyMetadataValue[] items => items.Select(static item => item.ToObject()).ToList(),
        JsonElement { ValueKind: JsonValueKind.Object } json => json.EnumerateObject()
            .ToDictionary(
                static member => member.Name, static member => ((LoyaltyMetadataValue)member.Value).ToObject(), StringComparer.Ordinal),
        JsonElement json => json.GetDouble(),
        var value => value,
    };
}
