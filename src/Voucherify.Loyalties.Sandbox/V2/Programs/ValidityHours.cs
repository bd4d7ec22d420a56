using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The days of the week and the hours at which something is valid, in the time zone of the project.</summary>
internal static class ValidityHours
{
    /// <summary>Whether a time is one of them. Without hours, every time is.</summary>
    public static bool Include(JsonElement? hours, DateTime local) =>
        hours is not { } json
        || !json.TryGetProperty("daily", out var daily)
        || daily.ValueKind != JsonValueKind.Array
        || daily.EnumerateArray().Any(entry => Includes(entry, local));

    // The end is not part of them (assumed).
    private static bool Includes(JsonElement entry, DateTime local)
    {
        var isDay = entry.TryGetProperty("days_of_week", out var days)
            && days.ValueKind == JsonValueKind.Array
            && days.EnumerateArray().Any(day => JsonInteger.TryRead(day, out var number) && number == (int)local.DayOfWeek);
        var time = TimeOnly.FromDateTime(local);
        return isDay && !(time < Find(entry, "start_time")) && !(time >= Find(entry, "end_time"));
    }

    private static TimeOnly? Find(JsonElement entry, string name) =>
        TimeOnly.TryParse(JsonBody.FindString(entry, name), CultureInfo.InvariantCulture, out var time) ? time : null;
}
