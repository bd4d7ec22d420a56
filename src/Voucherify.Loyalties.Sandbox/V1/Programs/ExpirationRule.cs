using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>The rule by which added points expire (documented as <c>expiration_rules</c> of a campaign or an earning rule).</summary>
internal sealed record ExpirationRule
{
    private string? Rounding { get; init; }

    private int Months { get; init; }

    private int RoundingMonth { get; init; }

    private (int Month, int Day)? FixedDay { get; init; }

    public static ExpirationRule AfterMonths(int months) => new() { Months = months };

    /// <summary>Reads a rule, or says what is wrong with it.</summary>
    public static bool TryRead(JsonElement json, out ExpirationRule? rule, out string? problem)
    {
        rule = JsonBody.FindString(json, "period_type") switch
        {
            "MONTH" => ReadMonths(json),
            "FIXED_DAY_OF_YEAR" => ReadFixedDay(json),
            _ => null,
        };
        problem = rule is null ? "Property .expiration_rules is invalid" : null;
        return rule is not null;
    }

    /// <summary>Returns the last usable day of points that are added on the given day, or null if it is beyond the calendar.</summary>
    public DateOnly? LastDay(DateOnly addedOn)
    {
        if (FixedDay is { } day)
        {
            // The next such day, which may be today (assumed).
            var thisYear = On(addedOn.Year, day.Month, day.Day);
            return thisYear >= addedOn || addedOn.Year == DateOnly.MaxValue.Year ? thisYear : On(addedOn.Year + 1, day.Month, day.Day);
        }

        // A day that the target month does not have becomes its last day: 31 January + 1 month = 28 February (documented).
        var monthsLeft = ((DateOnly.MaxValue.Year - addedOn.Year) * 12) + DateOnly.MaxValue.Month - addedOn.Month;
        return Months > monthsLeft ? null : Round(addedOn.AddMonths(Months));
    }

    private DateOnly Round(DateOnly day) => Rounding switch
    {
        "END_OF_MONTH" => EndOf(day.Year, day.Month),
        "END_OF_QUARTER" => EndOf(day.Year, ((day.Month + 2) / 3) * 3),
        "END_OF_HALF_YEAR" => EndOf(day.Year, day.Month <= 6 ? 6 : 12),
        "END_OF_YEAR" => EndOf(day.Year, 12),

        // The end of that month, in this year or the next (assumed).
        "PARTICULAR_MONTH" when day.Month <= RoundingMonth => EndOf(day.Year, RoundingMonth),
        "PARTICULAR_MONTH" => EndOf(Math.Min(day.Year + 1, DateOnly.MaxValue.Year), RoundingMonth),
        _ => day,
    };

    private static ExpirationRule? ReadMonths(JsonElement json) => FindNumber(json, "period_value") is >= 0 and var months
        ? WithRounding(AfterMonths(months), JsonBody.FindString(json, "rounding_type"), FindNumber(json, "rounding_value"))
        : null;

    private static ExpirationRule? ReadFixedDay(JsonElement json) =>
        (FindNumber(json, "fixed_month"), FindNumber(json, "fixed_day")) is ( >= 1 and <= 12 and var month, >= 1 and <= 31 and var day)
            ? new() { FixedDay = (month, day) }
            : null;

    private static ExpirationRule? WithRounding(ExpirationRule rule, string? rounding, int? value) => (rounding, value) switch
    {
        (null, _) => rule,
        ("END_OF_MONTH" or "END_OF_QUARTER" or "END_OF_HALF_YEAR" or "END_OF_YEAR", _) => rule with { Rounding = rounding },
        ("PARTICULAR_MONTH", >= 1 and <= 12 and var month) => rule with { Rounding = rounding, RoundingMonth = month },
        _ => null,
    };

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static int? FindNumber(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
}
