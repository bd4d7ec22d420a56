namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>Days of the project's time zone.</summary>
internal sealed class ProjectCalendar(TimeZoneInfo zone)
{
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// When a day is over, and points that could be used on it are deducted: at 00:00 of the next day (D).
    /// The end of time for days so late that they have no next day in every zone.
    /// </summary>
    public DateTimeOffset EndOf(DateOnly day) => day >= DateOnly.MaxValue.AddDays(-2)
        ? DateTimeOffset.MaxValue
        : StartOf(day.AddDays(1));

    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        // Some zones change their clocks at midnight: a day may begin later than 00:00, or have it twice.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
