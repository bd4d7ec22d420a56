using System.Text.Json.Serialization;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties;

/// <summary>A day or a moment, for the places where the service sends now one and now the other.</summary>
[JsonConverter(typeof(LoyaltyDateConverter))]
public readonly record struct LoyaltyDate
{
    private readonly string? _text;

    /// <summary>Keeps the text of a day or a moment.</summary>
    /// <param name="text">The text, as the service writes it.</param>
    public LoyaltyDate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The text, as the service wrote it.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The calendar day as it is written, or <see langword="null"/> when the text begins with none.</summary>
    public DateOnly? Date => Instants.TryReadDay(_text, out var day) ? day : null;

    /// <summary>The moment in UTC, or <see langword="null"/> when the text is none. A bare day is midnight UTC.</summary>
    public DateTimeOffset? Instant => Instants.TryRead(_text, out var moment) ? moment : null;

    /// <summary>Whether the service sent a day without a time.</summary>
    public bool IsDay => Text.Length == 10 && Date is not null;

    /// <summary>The day, as the service writes days.</summary>
    /// <param name="day">A calendar day in the project's time zone.</param>
    public static LoyaltyDate FromDate(DateOnly day) => new(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The moment in UTC, as the service writes moments.</summary>
    /// <param name="moment">A moment in any zone.</param>
    public static LoyaltyDate FromInstant(DateTimeOffset moment) => new(Instants.Write(moment));

    /// <summary>The text, as the service wrote it.</summary>
    public override string ToString() => Text;
}
