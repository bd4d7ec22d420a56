using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>The bounds of the numbers of a seed, which the schema states too.</summary>
internal static class SeedLimits
{
    /// <summary>The largest number that JSON carries exactly everywhere.</summary>
    public const long MostPoints = JsonInteger.Largest;

    /// <summary>A hundred years.</summary>
    public const int MostMonths = 1200;
}
