using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>
/// The rule by which added points expire. A sliding expiration counts from the day on which the points were added, because activities do
/// not restart it here.
/// </summary>
/// <param name="Type">The type on the wire.</param>
internal sealed record PointsExpiration(string Type)
{
    private const string Rolling = "ROLLING_EXPIRATION";

    public static PointsExpiration Never { get; } = new("NO_EXPIRATION");

    private Period? Period { get; init; }

    private string? Rounding { get; init; }

    private int RoundingMonth { get; init; }

    private IReadOnlyList<CalendarDay> Days { get; init; } = [];

    /// <summary>Reads the rule of a card definition or an effect. Without one, points never expire.</summary>
    public static PointsExpiration Of(JsonElement? json)
    {
        if (json is not { } rule)
        {
            return Never;
        }

        return JsonBody.FindString(rule, "type") switch
        {
            Rolling when JsonBody.TryFindObject(rule, "rolling_expiration", out var rolling) => OfRolling(rolling),
            "CALENDAR_EXPIRATION" when JsonBody.TryFindObject(rule, "calendar_expiration", out var calendar) =>
                new("CALENDAR_EXPIRATION") { Days = CalendarDay.ReadAll(calendar, "expiration_dates") },
            "SLIDING_EXPIRATION" when JsonBody.TryFindObject(rule, "sliding_expiration", out var sliding) =>
                new("SLIDING_EXPIRATION") { Period = Period.Find(sliding, "period") },
            _ => Never,
        };
    }

    /// <summary>Returns the last usable day of points that are added on the given day, or null if they never expire.</summary>
    public DateOnly? LastDay(DateOnly addedOn) => Days.Count > 0
        ? CalendarDay.Next(Days, addedOn)
        : Period?.After(addedOn) is { } day ? Round(day) : null;

    private static PointsExpiration OfRolling(JsonElement rolling)
    {
        var isRounded = JsonBody.TryFindObject(rolling, "rounding", out var rounding);
        return new(Rolling)
        {
            Period = Period.Find(rolling, "period"),
            Rounding = isRounded ? JsonBody.FindString(rounding, "type") : null,
            RoundingMonth = isRounded && rounding.TryGetProperty("value", out var value) && JsonInteger.TryRead(value, out var month)
                ? (int)Math.Clamp(month, 1, 12)
                : 12,
        };
    }

    // The end of a particular month is that of this year or the next (assumed).
    private DateOnly Round(DateOnly day) => Rounding switch
    {
        "END_OF_MONTH" => EndOf(day.Year, day.Month),
        "END_OF_QUARTER" => EndOf(day.Year, ((day.Month + 2) / 3) * 3),
        "END_OF_HALF_YEAR" => EndOf(day.Year, day.Month <= 6 ? 6 : 12),
        "END_OF_YEAR" => EndOf(day.Year, 12),
        "END_OF_PARTICULAR_MONTH" => EndOf(
            Math.Min(day.Year + (day.Month <= RoundingMonth ? 0 : 1), DateOnly.MaxValue.Year), RoundingMonth),
        _ => day,
    };

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
