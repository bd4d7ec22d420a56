using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The periods of reports. Weeks begin on Monday (documented).</summary>
internal static class ReportPeriods
{
    /// <summary>Returns the first day of the period that a day is in.</summary>
    public static DateOnly BeginOf(DateOnly day, string resolution) => CurrentPeriod.BeginOf(resolution.ToUpperInvariant(), day);

    /// <summary>
    /// Returns the first day after the longest report that begins on a day (documented), or null for an unknown resolution.
    /// </summary>
    public static DateOnly? LimitOf(DateOnly start, string? resolution) => resolution switch
    {
        "day" => start.AddDays(90),
        "week" => start.AddDays(12 * 7),
        "month" or "quarter" => start.AddMonths(12),
        _ => null,
    };
}
