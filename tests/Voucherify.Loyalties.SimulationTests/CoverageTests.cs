using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests;

/// <summary>The histories are worth something: everything happens in them, and they can be repeated.</summary>
[Collection(HistoryTestGroup.Name)]
public sealed class CoverageTests(SharedHistories histories)
{
    [Fact]
    public void Every_fault_and_every_cell_of_the_outcome_table_occurs_often()
    {
        Assert.SkipWhen(Setting.Number("Seed") is not null || Setting.Number("Seeds") < SharedHistories.UsualSeeds, "Too few seeds.");
        string[] wanted =
        [
            .. Enum.GetValues<SandboxFault>().Except(FaultKinds.OfV2).Select(Tally.Of),
            .. Enum.GetValues<AttemptKind>().SelectMany(static happened => new[] { Tally.Of(happened, false), Tally.Of(happened, true) }),
            "call Applied", "call NotApplied", "call Unknown", "call Conflict", "call recovered", "call of a free card", "crash",
            "call of an applied id", "call that joined", "reopen", "intruder Plain", "intruder Resume", "intruder OtherPoints",
            "verdict Applied", "verdict NotApplied", "verdict Unknown", "verdict cancelled",
        ];

        var often = TestScale.Cases(part: 50, full: 1_000);
        Assert.DoesNotContain(wanted, what => histories.Simulation.Tally[what] < often);
    }

    [Fact]
    public void The_same_seed_gives_the_same_trace()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            Assert.Equal(Simulation.Replay(seed).Trace, Simulation.Replay(seed).Trace);
        }
    }
}
