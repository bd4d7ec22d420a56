namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// The histories that several tests look at. They are played once a test run, not once a process: mutation testing starts many runs in one.
/// </summary>
public sealed class SharedHistories
{
    private readonly Lazy<Simulation> _simulation = new(static () => Simulation.Run(Setting.Number("Seeds") ?? UsualSeeds));

    /// <summary>How many histories are played unless a setting says otherwise.</summary>
    internal static int UsualSeeds { get; } = TestScale.Cases(part: 1_000, full: 10_000);

    internal Simulation Simulation => _simulation.Value;
}
