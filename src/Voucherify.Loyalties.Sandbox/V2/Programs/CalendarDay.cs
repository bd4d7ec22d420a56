using System.Runtime.InteropServices;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A day of every year.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CalendarDay(int Month, int Day)
{
    /// <summary>Reads an array of days.</summary>
    public static IReadOnlyList<CalendarDay> ReadAll(JsonElement json, string name) =>
        json.TryGetProperty(name, out var days) && days.ValueKind == JsonValueKind.Array
            ? [.. days.EnumerateArray().Select(static day => new CalendarDay(Number(day, "month", 12), Number(day, "day", 31)))]
            : [];

    /// <summary>Returns the first of the days that is the given one or later (assumed: the day itself counts).</summary>
    public static DateOnly Next(IReadOnlyList<CalendarDay> days, DateOnly from) =>
        days.Select(day => day.In(from.Year) >= from ? day.In(from.Year) : day.In(from.Year + 1)).Min();

    private static int Number(JsonElement json, string name, int max) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && JsonInteger.TryRead(value, out var number)
            ? (int)Math.Clamp(number, 1, max)
            : 1;

    private DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}
