using System.Globalization;
using Spectre.Console;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Rendering;

/// <summary>Formats numbers, days and times.</summary>
internal static class Format
{
    public const string Missing = "-";

    public static string Points(long? points) => points?.ToString("N0", CultureInfo.InvariantCulture) ?? Missing;

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
    public static string NextExpiry(LoyaltyCard? card) => card?.NextExpirationDate is { } day
        ? $"{Points(card.NextExpirationPoints)} on {Day(day)}"
        : "none";
}
