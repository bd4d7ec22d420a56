using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Proofs;

/// <summary>Proves that the simulation can fail.</summary>
public sealed class DisabledSafeguardTests(ITestOutputHelper output)
{
    private const int Seeds = 10_000;

    private const string Effects = "time(s) in the journal.";

    private const string Order = "is before it in the journal.";

    private const string Verdicts = "but was not applied by a later request.";

    private const string Cancellations = "though its caller did not cancel.";

    private const string Waits = "though its cards were free.";

    [Theory]
    [InlineData(nameof(DisabledSafeguard.Reconcile), Effects)]
    [InlineData(nameof(DisabledSafeguard.Window), Effects)]
    [InlineData(nameof(DisabledSafeguard.AmountMatch), Effects)]
    [InlineData(nameof(DisabledSafeguard.Sequencer), Order)]
    [InlineData(nameof(DisabledSafeguard.Settle), Order)]
    [InlineData(nameof(DisabledSafeguard.CardQueues), Waits)]
    [InlineData(nameof(DisabledSafeguard.UnknownBeforeRejected), Effects)]
    [InlineData(nameof(DisabledSafeguard.OriginOfRejections), Effects)]
    [InlineData(nameof(DisabledSafeguard.OriginOfErrors), Effects)]
    [InlineData(nameof(DisabledSafeguard.PointsInResponses), Effects)]
    [InlineData(nameof(DisabledSafeguard.ErrorBodies), Effects)]
    [InlineData(nameof(DisabledSafeguard.FreshLists), Effects)]
    [InlineData(nameof(DisabledSafeguard.OrderOfLists), Effects)]
    [InlineData(nameof(DisabledSafeguard.EndOfLists), Effects)]
    [InlineData(nameof(DisabledSafeguard.SimilarIds), Effects)]
    [InlineData(nameof(DisabledSafeguard.WindowForLists), Effects)]
    [InlineData(nameof(DisabledSafeguard.AppliedMemory), Effects)]
    [InlineData(nameof(DisabledSafeguard.PlainMemory), Effects)]
    [InlineData(nameof(DisabledSafeguard.Joining), Effects)]
    [InlineData(nameof(DisabledSafeguard.EvictionFloor), Effects)]
    [InlineData(nameof(DisabledSafeguard.ReopenMemory), Effects)]
    [InlineData(nameof(DisabledSafeguard.LateVerdict), Verdicts)]
    [InlineData(nameof(DisabledSafeguard.StartOfLookups), Effects)]
    [InlineData(nameof(DisabledSafeguard.SingleSender), Effects)]
    [InlineData(nameof(DisabledSafeguard.TakeoverLookup), Effects)]
    [InlineData(nameof(DisabledSafeguard.CancellationOfOthers), Cancellations)]
    public void The_simulation_finds_a_broken_promise_when_a_safeguard_is_disabled(string safeguard, string promise)
    {
        var simulation = Simulation.Run(Seeds, Enum.Parse<DisabledSafeguard>(safeguard), promise);

        Assert.True(simulation.Failure is not null, $"{simulation.Played} histories broke no promise.");
        var (seed, broken) = simulation.Failure!.Value;
        output.WriteLine($"{safeguard}: seed {seed}, after {simulation.Played} histories: {string.Join('\n', broken)}");
    }
}
