using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A number of days, weeks, months or years.</summary>
/// <param name="Unit">The unit on the wire.</param>
/// <param name="Value">How many.</param>
internal sealed record Period(string Unit, int Value)
{
    /// <summary>Reads a property with a period, or returns null.</summary>
    public static Period? Find(JsonElement json, string name) =>
        JsonBody.TryFindObject(json, name, out var period)
        && JsonBody.FindString(period, "unit") is { } unit
        && period.TryGetProperty("value", out var value) && JsonInteger.TryRead(value, out var number) && number is >= 0 and <= 10_000
            ? new Period(unit, (int)number)
            : null;

    /// <summary>
    /// Returns the day after the period. A day that the month does not have becomes its last day (documented for v1, assumed for v2). Null
    /// if it is beyond the calendar.
    /// </summary>
    public DateOnly? After(DateOnly day)
    {
        var months = Unit switch { "MONTH" => Value, "YEAR" => Value * 12, _ => 0 };
        var days = Unit switch { "DAY" => Value, "WEEK" => Value * 7, _ => 0 };
        return ((DateOnly.MaxValue.Year - day.Year) * 12) - 1 > months && DateOnly.MaxValue.DayNumber - day.DayNumber > days
            ? day.AddMonths(months).AddDays(days)
            : null;
    }
}
