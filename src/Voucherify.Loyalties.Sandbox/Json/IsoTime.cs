using System.Globalization;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Reads and writes ISO 8601 as the API does: a day, or an instant with an optional offset (UTC without one).</summary>
internal static class IsoTime
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryReadDay(string value, out DateOnly day) =>
        DateOnly.TryParseExact(value, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads an instant. A day without a time is its midnight in UTC.</summary>
    public static bool TryReadInstant(string value, out DateTimeOffset instant)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(value, InstantFormats, CultureInfo.InvariantCulture, Styles, out instant)
            || DateTimeOffset.TryParseExact(value, DayFormat, CultureInfo.InvariantCulture, Styles, out instant);
    }

    /// <summary>Formats an instant as in the vendor's examples: UTC, with milliseconds and <c>Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Format(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
