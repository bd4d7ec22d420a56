using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>How often a rule gives points to a member.</summary>
internal static class TriggerLimits
{
    private const int DaysOfWeek = 7;

    /// <summary>Whether a rule may give points now.</summary>
    /// <param name="limits">The limits of the rule, or null.</param>
    /// <param name="earlier">When the rule gave points before.</param>
    /// <param name="dayOf">Returns the day of a time, in the time zone of the project.</param>
    /// <param name="now">The time.</param>
    public static bool Allow(
        JsonElement? limits,
        IReadOnlyList<DateTimeOffset> earlier,
        Func<DateTimeOffset, DateOnly> dayOf,
        DateTimeOffset now) =>
        limits is not { } json || earlier.Count == 0 || (HasCooledDown(json, earlier[^1], now) && IsBelow(json, earlier, dayOf, now));

    /// <summary>Whether the cooldown has passed since the last time.</summary>
    public static bool HasCooledDown(JsonElement limits, DateTimeOffset last, DateTimeOffset now)
    {
        if (!JsonBody.TryFindObject(limits, "cooldown", out var cooldown)
            || !JsonBody.TryFindObject(cooldown, "fixed_cooldown", out var json)
            || Period.Find(json, "period") is not { } period)
        {
            return true;
        }

        return now >= period.Unit switch
        {
            "HOUR" => last.AddHours(period.Value),
            "WEEK" => last.AddDays(DaysOfWeek * period.Value),
            "MONTH" => last.AddMonths(period.Value),
            "YEAR" => last.AddYears(period.Value),
            _ => last.AddDays(period.Value),
        };
    }

    /// <summary>Whether there were fewer times in the period than a limit allows.</summary>
    public static bool IsBelow(
        JsonElement limits,
        IReadOnlyList<DateTimeOffset> earlier,
        Func<DateTimeOffset, DateOnly> dayOf,
        DateTimeOffset now)
    {
        if (!JsonBody.TryFindObject(limits, "frequency", out var frequency)
            || !frequency.TryGetProperty("limits", out var all)
            || all.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        return all.EnumerateArray().All(limit =>
        {
            var begin = CurrentPeriod.BeginOf(limit, dayOf(now));
            return !JsonBody.TryFindObject(limit, "triggers", out var triggers)
                || !triggers.TryGetProperty("max", out var json)
                || !JsonInteger.TryRead(json, out var max)
                || earlier.Count(time => dayOf(time) >= begin) < max;
        });
    }
}
