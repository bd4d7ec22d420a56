using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>The promises of version 2, judged by seeded histories.</summary>
public sealed class CardHistoryTests(ITestOutputHelper output)
{
    private const string Effects = "time(s) in the journal.";
    private const string Order = "but is after it in the journal.";

    [Fact]
    public void Card_histories_keep_every_promise()
    {
        var simulation = Run(Setting.Number("CardSeeds") ?? TestScale.Cases(part: 500, full: 5_000));

        output.WriteLine($"{simulation.Played} histories.");
        output.WriteLine(string.Join('\n', simulation.Tally.Counts.Select(static pair => $"{pair.Value,10} {pair.Key}")));
        if (simulation.Failure is { } failure)
        {
            var trace = string.Join('\n', CardHistory.Play(failure.Seed, traced: true).Trace);
            Assert.Fail($"Seed {failure.Seed}: {Lines(simulation)}\n{trace}");
        }

        Assert.All(
            ["call Applied", "call NotApplied", "call Unknown", "crash", "adjustment by hand"],
            what => Assert.True(simulation.Tally[what] > 50, what));
    }

    [Theory]
    [InlineData(nameof(CardSafeguard.Window), Effects)]
    [InlineData(nameof(CardSafeguard.Doubt), Effects)]
    [InlineData(nameof(CardSafeguard.Marker), Effects)]
    [InlineData(nameof(CardSafeguard.Order), Order)]
    [InlineData(nameof(CardSafeguard.Pending), Effects)]
    public void The_simulation_finds_a_broken_promise_of_version_2_when_a_safeguard_is_disabled(string safeguard, string promise)
    {
        var simulation = Run(seeds: 50, Enum.Parse<CardSafeguard>(safeguard), promise);

        Assert.True(simulation.Failure is not null, $"{simulation.Played} histories broke no promise.");
        output.WriteLine($"{safeguard}: seed {simulation.Failure.Value.Seed}, after {simulation.Played} histories: {Lines(simulation)}");
    }

    private static Simulation Run(int seeds, CardSafeguard off = CardSafeguard.Nothing, string promise = "") =>
        Simulation.Run(
            seeds,
            seed =>
            {
                var history = CardHistory.Play(seed, off);
                return new PlayedHistory(CardChecker.Check(history), history.Tally, history.Trace);
            },
            promise);

    private static string Lines(Simulation simulation) => string.Join('\n', simulation.Failure?.Broken ?? []);
}
