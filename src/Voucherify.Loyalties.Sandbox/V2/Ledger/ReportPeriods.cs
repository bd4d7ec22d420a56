namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The periods of reports. Weeks begin on Monday (documented).</summary>
internal static class ReportPeriods
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfQuarter = 3;

    /// <summary>Returns the first day of the period that a day is in.</summary>
    public static DateOnly BeginOf(DateOnly day, string resolution) => resolution switch
    {
        "week" => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        "quarter" => new DateOnly(day.Year, (((day.Month - 1) / MonthsOfQuarter) * MonthsOfQuarter) + 1, 1),
        _ => day,
    };

    /// <summary>
    /// Returns the first day after the longest report that begins on a day (documented), or null for an unknown resolution.
    /// </summary>
    public static DateOnly? LimitOf(DateOnly start, string? resolution) => resolution switch
    {
        "day" => start.AddDays(90),
        "week" => start.AddDays(12 * DaysOfWeek),
        "month" or "quarter" => start.AddMonths(12),
        _ => null,
    };
}
