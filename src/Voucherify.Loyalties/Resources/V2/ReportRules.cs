using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Which days a report may cover.</summary>
internal static class ReportRules
{
    /// <summary>Accepts the days of a report about a card.</summary>
    /// <exception cref="ArgumentException">The days are not in order, or too far apart.</exception>
    public static void Require(GetCardDailyReportQuery query) =>
        Require(query.StartDate, query.EndDate, query.Resolution, nameof(query));

    /// <summary>Accepts days in order, and no more periods than a report may have.</summary>
    /// <exception cref="ArgumentException">The days are not in order, or too far apart.</exception>
    public static void Require(DateOnly start, DateOnly end, ReportResolution resolution, string name)
    {
        if (start >= end)
        {
            throw new ArgumentException("The last day of a report must be later than its first.", name);
        }

        var (most, after) = resolution.Value switch
        {
            ReportResolution.Day => ("90 days", start.AddDays(90)),
            ReportResolution.Week => ("12 weeks", start.AddDays(12 * 7)),
            ReportResolution.Month => ("12 months", start.AddMonths(12)),
            ReportResolution.Quarter => ("4 quarters", start.AddMonths(12)),
            _ => (string.Empty, DateOnly.MaxValue),
        };
        if (end >= after)
        {
            throw new ArgumentException($"A report with this resolution covers at most {most}.", name);
        }
    }
}
