namespace Voucherify.Loyalties.Resources;

/// <summary>Checks a number of points before it is sent.</summary>
internal static class PointsRules
{
    /// <summary>The largest number that the service's JSON reader keeps unchanged: 2^53 - 1.</summary>
    public const long Most = 9_007_199_254_740_991;

    /// <summary>Returns what is wrong with the points of an adjustment, or null.</summary>
    public static string? Complaint(long points) => points switch
    {
        0 => "Points is 0: an adjustment adds points (above zero) or removes points (below zero).",
        > Most or < -Most => $"Points must be from -{Most} to {Most}, not {points}.",
        _ => null,
    };

    /// <summary>Rejects what a short form cannot add or remove.</summary>
    /// <exception cref="ArgumentException">The points are not above zero, or too many.</exception>
    public static void RequireAmount(long points)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, Most);
    }
}
