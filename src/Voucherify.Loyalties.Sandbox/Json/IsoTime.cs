using System.Globalization;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Reads the ISO 8601 forms that the API takes: a day, or a time with an optional offset (UTC without one).</summary>
internal static class IsoTime
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads an instant; a bare day is its midnight in UTC.</summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, Styles, out instant)
            || DateTimeOffset.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, Styles, out instant);
    }
}
