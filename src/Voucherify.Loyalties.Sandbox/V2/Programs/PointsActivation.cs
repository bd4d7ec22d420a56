using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>
/// The rule by which earned points become active. An event activates nothing here: points that wait for one are cancelled on their day.
/// </summary>
/// <param name="Type">The type on the wire.</param>
internal sealed record PointsActivation(string Type)
{
    /// <summary>The type of points that wait for an event.</summary>
    public const string ByEvent = "EVENT_BASED";

    public static PointsActivation Immediate { get; } = new("IMMEDIATE");

    private Period? Period { get; init; }

    private IReadOnlyList<CalendarDay> Days { get; init; } = [];

    /// <summary>Reads the rule of a card definition. Without one, points are active at once.</summary>
    public static PointsActivation Of(JsonElement? json)
    {
        if (json is not { } rule)
        {
            return Immediate;
        }

        return JsonBody.FindString(rule, "type") switch
        {
            "PERIOD_BASED" when JsonBody.TryFindObject(rule, "period_based", out var period) =>
                new("PERIOD_BASED") { Period = Period.Find(period, "period") },
            "FIXED_DATES" when JsonBody.TryFindObject(rule, "fixed_dates", out var dates) =>
                new("FIXED_DATES") { Days = CalendarDay.ReadAll(dates, "dates") },
            ByEvent when JsonBody.TryFindObject(rule, "event_based", out var events) =>
                new(ByEvent) { Period = Period.Find(events, "cancel_period") },
            _ => Immediate,
        };
    }

    /// <summary>Returns the day on which points that are earned on the given day become active, or null if at once.</summary>
    public DateOnly? DayOf(DateOnly earnedOn) =>
        Days.Count > 0 ? CalendarDay.Next(Days, earnedOn.AddDays(1)) : Period?.After(earnedOn);
}
