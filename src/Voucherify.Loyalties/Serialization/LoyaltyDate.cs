using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties;

/// <summary>A day or a moment, for members where the service sends sometimes one and sometimes the other.</summary>
[JsonConverter(typeof(LoyaltyJsonConverter<LoyaltyDate>))]
public readonly record struct LoyaltyDate : ILoyaltyJson<LoyaltyDate>
{
    private readonly string? _text;

    /// <summary>Creates the value from the string of a day or a moment.</summary>
    /// <param name="text">The string, as the service writes it.</param>
    public LoyaltyDate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The string, as the service wrote it.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The calendar day as written, or <see langword="null"/> if the string does not begin with one.</summary>
    public DateOnly? Date => Instants.TryReadDay(_text, out var day) ? day : null;

    /// <summary>
    /// The moment in UTC, or <see langword="null"/> if the string is neither a moment nor a day. A bare day is midnight UTC.
    /// </summary>
    public DateTimeOffset? Instant => Instants.TryRead(_text, out var moment) ? moment : null;

    /// <summary>Whether the service sent a day without a time.</summary>
    public bool IsDay => Text.Length == 10 && Date is not null;

    /// <summary>Creates the value of a day, as the service writes days.</summary>
    /// <param name="day">A calendar day in the project's time zone.</param>
    public static LoyaltyDate FromDate(DateOnly day) => new(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Creates the value of a moment in UTC, as the service writes moments.</summary>
    /// <param name="moment">A moment in any time zone.</param>
    public static LoyaltyDate FromInstant(DateTimeOffset moment) => new(Instants.Write(moment));

    /// <summary>The string, as the service wrote it.</summary>
    public override string ToString() => Text;

    static LoyaltyDate ILoyaltyJson<LoyaltyDate>.ReadJson(ref Utf8JsonReader reader) => JsonReading.DayOrInstant(ref reader) ?? default;

    static void ILoyaltyJson<LoyaltyDate>.WriteJson(Utf8JsonWriter writer, LoyaltyDate value) => writer.WriteStringValue(value.Text);
}
