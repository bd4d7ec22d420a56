using System.Globalization;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Moments as strings: ISO 8601, always in UTC, never in the time zone of the machine.</summary>
internal static class Instants
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads a moment; a string without a time zone, such as a bare day, is taken as UTC.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset moment) => DateTimeOffset.TryParse(
        text,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out moment);

    /// <summary>Reads the calendar day at the start of a day or a moment.</summary>
    public static bool TryReadDay(string? text, out DateOnly day)
    {
        day = default;
        return text is { Length: >= 10 }
            && (text.Length == 10 || text[10] is 'T' or ' ')
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
