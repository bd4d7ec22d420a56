using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The calendar periods of limits. Weeks begin on Monday (documented).</summary>
internal static class CurrentPeriod
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfQuarter = 3;

    /// <summary>Returns the first day of the period of a limit that today is in.</summary>
    public static DateOnly BeginOf(JsonElement limit, DateOnly today)
    {
        var unit = JsonBody.TryFindObject(limit, "period", out var period)
            && JsonBody.TryFindObject(period, "current_period", out var current)
                ? JsonBody.FindString(current, "unit")
                : null;
        return BeginOf(unit, today);
    }

    /// <summary>Returns the first day of the period that a day is in.</summary>
    /// <param name="unit"><c>WEEK</c>, <c>MONTH</c>, <c>QUARTER</c> or <c>YEAR</c>. Any other is a day.</param>
    /// <param name="day">The day.</param>
    public static DateOnly BeginOf(string? unit, DateOnly day) => unit switch
    {
        "WEEK" => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)),
        "MONTH" => new DateOnly(day.Year, day.Month, 1),
        "QUARTER" => new DateOnly(day.Year, (((day.Month - 1) / MonthsOfQuarter) * MonthsOfQuarter) + 1, 1),
        "YEAR" => new DateOnly(day.Year, 1, 1),
        _ => day,
    };
}
