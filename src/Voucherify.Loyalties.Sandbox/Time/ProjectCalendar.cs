namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>The days of the project's time zone.</summary>
internal sealed class ProjectCalendar(TimeZoneInfo zone)
{
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant));

    /// <summary>Returns what the clocks in the time zone show.</summary>
    public DateTime ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>
    /// Returns when a day is over and its last points expire: at 00:00 of the next day (documented). Days too late to have a next
    /// day in every time zone never end.
    /// </summary>
    public DateTimeOffset EndOf(DateOnly day) => day >= DateOnly.MaxValue.AddDays(-2)
        ? DateTimeOffset.MaxValue
        : StartOf(day.AddDays(1));

    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        // Some zones change their clocks at midnight: a day may begin after 00:00, or have 00:00 twice.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
