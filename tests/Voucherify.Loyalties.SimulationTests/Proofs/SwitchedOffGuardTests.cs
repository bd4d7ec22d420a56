using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Proofs;

/// <summary>Proof that the simulation can fail.</summary>
public sealed class SwitchedOffGuardTests(ITestOutputHelper output)
{
    private const int Seeds = 10_000;

    private const string Effects = "in the journal.";

    private const string Order = "stands before it in the journal.";

    private const string Waits = "though its cards were free.";

    [Theory]
    [InlineData(nameof(SwitchedOff.Reconcile), Effects)]
    [InlineData(nameof(SwitchedOff.Window), Effects)]
    [InlineData(nameof(SwitchedOff.AmountMatch), Effects)]
    [InlineData(nameof(SwitchedOff.Sequencer), Order)]
    [InlineData(nameof(SwitchedOff.Settle), Order)]
    [InlineData(nameof(SwitchedOff.Lines), Waits)]
    [InlineData(nameof(SwitchedOff.UnknownBeforeRejected), Effects)]
    public void A_guard_that_is_switched_off_is_missed(string guard, string promise)
    {
        var simulation = Simulation.Run(Seeds, Enum.Parse<SwitchedOff>(guard), promise);

        Assert.True(simulation.Failure is not null, $"{simulation.Played} histories did not miss it.");
        var (seed, broken) = simulation.Failure!.Value;
        output.WriteLine($"{guard}: seed {seed}, after {simulation.Played} histories: {string.Join('\n', broken)}");
    }
}
