using System.Globalization;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests;

[Collection(HistoryTestGroup.Name)]
public sealed class HistoryTests(SharedHistories histories, ITestOutputHelper output)
{
    private const string Command = "dotnet run --project tests/Voucherify.Loyalties.SimulationTests";

    private const string Arguments = """-method "*Histories_keep_every_promise" -showLiveOutput""";

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

        var simulation = histories.Simulation;

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

    private void Print(string text) => output.WriteLine(text);
}
