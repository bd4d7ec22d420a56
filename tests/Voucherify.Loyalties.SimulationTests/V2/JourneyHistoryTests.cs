using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>The promises of payments, purchases, refunds and changes of buckets, judged by seeded journeys.</summary>
public sealed class JourneyHistoryTests(ITestOutputHelper output)
{
    private const string Effects = "time(s) in the journal.";
    private const string Order = "but is after it in the journal.";

    [Fact]
    public void Journeys_keep_every_promise()
    {
        var simulation = Run(Setting.Number("JourneySeeds") ?? TestScale.Cases(part: 300, full: 1_500));

        output.WriteLine($"{simulation.Played} journeys.");
        output.WriteLine(string.Join('\n', simulation.Tally.Counts.Select(static pair => $"{pair.Value,10} {pair.Key}")));
        if (simulation.Failure is { } failure)
        {
            var trace = string.Join('\n', JourneyHistory.Play(failure.Seed, traced: true).Trace);
            Assert.Fail($"Seed {failure.Seed}: {Lines(simulation)}\n{trace}");
        }

        Assert.All(
            ["Pay Applied", "Purchase Applied", "Refund Applied", "Activate Applied", "Cancel Applied", "Expire Applied", "Pay Unknown"],
            what => Assert.True(simulation.Tally[what] > 10, what));
    }

    [Theory]
    [InlineData(nameof(JourneySafeguard.Window), Effects)]
    [InlineData(nameof(JourneySafeguard.Claims), Effects)]
    [InlineData(nameof(JourneySafeguard.Key), Effects)]
    [InlineData(nameof(JourneySafeguard.Order), Order)]
    [InlineData(nameof(JourneySafeguard.Pending), Effects)]
    [InlineData(nameof(JourneySafeguard.Refunded), Effects)]
    public void The_simulation_finds_a_broken_promise_when_a_safeguard_of_journeys_is_disabled(string safeguard, string promise)
    {
        var simulation = Run(seeds: 50, Enum.Parse<JourneySafeguard>(safeguard), promise);

        Assert.True(simulation.Failure is not null, $"{simulation.Played} journeys broke no promise.");
        output.WriteLine($"{safeguard}: seed {simulation.Failure.Value.Seed}, after {simulation.Played} journeys: {Lines(simulation)}");
    }

    private static Simulation Run(int seeds, JourneySafeguard off = JourneySafeguard.Nothing, string promise = "") =>
        Simulation.Run(
            seeds,
            seed =>
            {
                var history = JourneyHistory.Play(seed, off);
                return new PlayedHistory(JourneyChecker.Check(history), history.Tally, history.Trace);
            },
            promise);

    private static string Lines(Simulation simulation) => string.Join('\n', simulation.Failure?.Broken ?? []);
}
