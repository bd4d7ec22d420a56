using System.Globalization;

namespace Voucherify.Loyalties.SimulationTests;

/// <summary>The settings that the build writes into the configuration of the test program: -p:SimulationSeed=7 and the like.</summary>
internal static class Setting
{
    /// <summary>Returns a number, or null if it is not set.</summary>
    public static int? Number(string name) =>
        AppContext.GetData($"Voucherify.Loyalties.Simulation.{name}") is string number
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : null;
}
