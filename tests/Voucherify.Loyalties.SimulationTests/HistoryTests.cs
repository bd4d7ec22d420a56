using System.Globalization;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests;

public sealed class HistoryTests(ITestOutputHelper output)
{
    private static readonly int UsualSeeds = TestScale.Cases(part: 1_000, full: 10_000);

    private const string Command = "dotnet run --project tests/Voucherify.Loyalties.SimulationTests";

    private const string Arguments = """-method "*Histories_keep_every_promise" -showLiveOutput""";

    private static readonly Lazy<Simulation> Shared = new(static () => Simulation.Run(Setting.Number("Seeds") ?? UsualSeeds));

    [Fact]
    public void Histories_keep_every_promise()
    {
        if (Setting.Number("Seed") is { } one)
        {
            var (trace, broken) = Simulation.Replay(one);
            Print(string.Join('\n', trace));
            Assert.True(broken.Count == 0, string.Join('\n', broken));
            return;
        }

        var simulation = Shared.Value;

        Print(string.Create(
            CultureInfo.InvariantCulture, $"{simulation.Played} histories, {simulation.SeedsPerSecond:f0} seeds per second."));
        Print(string.Join('\n', simulation.Tally.Counts.Select(static pair => $"{pair.Value,10} {pair.Key}")));
        if (simulation.Failure is { } failure)
        {
            Assert.Fail($"""
                Seed {failure.Seed}: {string.Join('\n', failure.Broken)}
                Replay: {Command} -p:SimulationSeed={failure.Seed} -- {Arguments}
                {string.Join('\n', Simulation.Replay(failure.Seed).Trace)}
                """);
        }
    }

    [Fact]
    public void Every_fault_and_every_cell_of_the_outcome_table_occurs_often()
    {
        Assert.SkipWhen(Setting.Number("Seed") is not null || Setting.Number("Seeds") < UsualSeeds, "Too few seeds.");
        string[] wanted =
        [
            .. Enum.GetValues<SandboxFault>().Select(Tally.Of),
            .. Enum.GetValues<AttemptKind>().SelectMany(static happened => new[] { Tally.Of(happened, false), Tally.Of(happened, true) }),
            "call Applied", "call NotApplied", "call Unknown", "call Conflict", "call recovered", "call of a free card", "crash",
        ];

        var often = TestScale.Cases(part: 50, full: 1_000);
        Assert.DoesNotContain(wanted, what => Shared.Value.Tally[what] < often);
    }

    [Fact]
    public void The_same_seed_gives_the_same_trace()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            Assert.Equal(Simulation.Replay(seed).Trace, Simulation.Replay(seed).Trace);
        }
    }

    private void Print(string text) => output.WriteLine(text);
}
