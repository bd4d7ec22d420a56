using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Proofs;

/// <summary>Proof that the simulation can fail.</summary>
public sealed class DisabledSafeguardTests(ITestOutputHelper output)
{
    private const int Seeds = 10_000;

    private const string Effects = "in the journal.";

    private const string Order = "stands before it in the journal.";

    private const string Waits = "though its cards were free.";

    [Theory]
    [InlineData(nameof(DisabledSafeguard.Reconcile), Effects)]
    [InlineData(nameof(DisabledSafeguard.Window), Effects)]
    [InlineData(nameof(DisabledSafeguard.AmountMatch), Effects)]
    [InlineData(nameof(DisabledSafeguard.Sequencer), Order)]
    [InlineData(nameof(DisabledSafeguard.Settle), Order)]
    [InlineData(nameof(DisabledSafeguard.Lines), Waits)]
    [InlineData(nameof(DisabledSafeguard.UnknownBeforeRejected), Effects)]
    public void A_guard_that_is_switched_off_is_missed(string guard, string promise)
    {
        var simulation = Simulation.Run(Seeds, Enum.Parse<DisabledSafeguard>(guard), promise);

        Assert.True(simulation.Failure is not null, $"{simulation.Played} histories did not miss it.");
        var (seed, broken) = simulation.Failure!.Value;
        output.WriteLine($"{guard}: seed {seed}, after {simulation.Played} histories: {string.Join('\n', broken)}");
    }
}
