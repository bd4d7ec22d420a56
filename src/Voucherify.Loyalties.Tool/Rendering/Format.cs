using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>Formats numbers, days and times.</summary>
internal static class Format
{
    public const string Missing = "-";

    public static string Points(long? points) => points?.ToString("N0", CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>Formats an amount that is given in minor units of a currency.</summary>
    public static string Money(long? amount) => (amount / 100m)?.ToString("N2", CultureInfo.InvariantCulture) ?? Missing;

    public static string Signed(long? points) => points?.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture) ?? Missing;

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Missing;

    public static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? Missing;

    public static Color ColorOf(long? points) => points switch
    {
        > 0 => Color.Green,
        < 0 => Color.Red,
        _ => Color.Default,
    };

    // The service omits the date if no points expire.
    public static string NextExpiry(long? points, DateOnly? day) => day is null ? "none" : $"{Points(points)} on {Day(day)}";

    /// <summary>Formats a value of an enumeration. For example, <c>ADMIN_CREDIT</c> becomes "admin credit".</summary>
    public static string Words(string? value) => value?.Replace('_', ' ').ToLowerInvariant() ?? Missing;

    /// <summary>Formats a value of an enumeration for programs. For example, <c>DeadLetter</c> becomes "dead_letter".</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
