using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>The rule by which added points expire (D: <c>expiration_rules</c> of a campaign or an earning rule).</summary>
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
        rule = (JsonBody.Text(json, "period_type"), Number(json, "period_value"), Number(json, "fixed_month"), Number(json, "fixed_day")) switch
        {
            ("MONTH", >= 0 and var months, _, _) => Rounded(AfterMonths(months), JsonBody.Text(json, "rounding_type"), Number(json, "rounding_value")),
            ("FIXED_DAY_OF_YEAR", _, >= 1 and <= 12 and var month, >= 1 and <= 31 and var day) => new() { FixedDay = (month, day) },
            _ => null,
        };
        problem = rule is null ? "Property .expiration_rules is invalid" : null;
        return rule is not null;
    }

    /// <summary>The last usable day of points that are added on the given day; null if it is beyond the calendar.</summary>
    public DateOnly? LastDay(DateOnly addedOn)
    {
        if (FixedDay is { } day)
        {
            // The next one, which may be today (A).
            var thisYear = On(addedOn.Year, day.Month, day.Day);
            return thisYear >= addedOn || addedOn.Year == DateOnly.MaxValue.Year ? thisYear : On(addedOn.Year + 1, day.Month, day.Day);
        }

        // Months that overflow end on the last day of the target month: 31 January + 1 month = 28 February (D).
        var monthsLeft = ((DateOnly.MaxValue.Year - addedOn.Year) * 12) + DateOnly.MaxValue.Month - addedOn.Month;
        return Months > monthsLeft ? null : Round(addedOn.AddMonths(Months));
    }

    private DateOnly Round(DateOnly day) => Rounding switch
    {
        "END_OF_MONTH" => EndOf(day.Year, day.Month),
        "END_OF_QUARTER" => EndOf(day.Year, ((day.Month + 2) / 3) * 3),
        "END_OF_HALF_YEAR" => EndOf(day.Year, day.Month <= 6 ? 6 : 12),
        "END_OF_YEAR" => EndOf(day.Year, 12),

        // The end of that month, of this year or the next (A).
        "PARTICULAR_MONTH" => EndOf(day.Month <= RoundingMonth ? day.Year : Math.Min(day.Year + 1, DateOnly.MaxValue.Year), RoundingMonth),
        _ => day,
    };

    private static ExpirationRule? Rounded(ExpirationRule rule, string? rounding, int? value) => (rounding, value) switch
    {
        (null, _) => rule,
        ("END_OF_MONTH" or "END_OF_QUARTER" or "END_OF_HALF_YEAR" or "END_OF_YEAR", _) => rule with { Rounding = rounding },
        ("PARTICULAR_MONTH", >= 1 and <= 12 and var month) => rule with { Rounding = rounding, RoundingMonth = month },
        _ => null,
    };

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
