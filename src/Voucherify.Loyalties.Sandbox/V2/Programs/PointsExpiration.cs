namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The rule by which added points expire.</summary>
/// <param name="Type">The type on the wire.</param>
internal sealed record PointsExpiration(string Type)
{
    public static PointsExpiration Never { get; } = new("NO_EXPIRATION");

    /// <summary>How many months after the day on which they were added the points expire.</summary>
    public int Months { get; init; }

    /// <summary>Returns a rule by which points expire some months after the day on which they were added.</summary>
    public static PointsExpiration AfterMonths(int months) => new("ROLLING_EXPIRATION") { Months = months };

    /// <summary>Returns the last usable day of points that are added on the given day, or null if they never expire.</summary>
    public DateOnly? LastDay(DateOnly addedOn)
    {
        // A day that the target month does not have becomes its last day (documented for v1, assumed for v2).
        var monthsLeft = ((DateOnly.MaxValue.Year - addedOn.Year) * 12) + DateOnly.MaxValue.Month - addedOn.Month;
        return this == Never || Months > monthsLeft ? null : addedOn.AddMonths(Months);
    }
}
