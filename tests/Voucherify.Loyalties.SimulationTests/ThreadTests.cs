using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.SimulationTests.Threads;

namespace Voucherify.Loyalties.SimulationTests;

/// <summary>The second judge: real threads instead of one thread and one order of events.</summary>
public sealed class ThreadTests(ITestOutputHelper output)
{
    private const int Shown = 10;

    [Fact]
    public void Threads_keep_every_promise() =>
        Play(Setting.Number("ThreadCalls") ?? TestScale.Cases(part: 8_000, full: 240_000), playsOnce: false);

    [Fact]
    public void Threads_keep_every_promise_with_several_callers_of_one_id() =>
        Play(Setting.Number("ThreadOnceCalls") ?? TestScale.Cases(part: 2_000, full: 60_000), playsOnce: true);

    private void Play(long calls, bool playsOnce)
    {
        var seed = Setting.Number("ThreadSeed") ?? 1;

        using var judge = ThreadJudge.Run(seed, calls, playsOnce: playsOnce);
        var broken = ThreadChecker.Check(judge);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{judge.Calls} calls on {judge.Cards.Count} cards, {judge.CallsPerSecond:f0} calls per second."));
        output.WriteLine(string.Join('\n', judge.Tally.Select(static pair => $"{pair.Value,10} {pair.Key}")));
        Assert.True(broken.Count == 0, $"Seed {seed}: {broken.Count} broken promises.\n{string.Join('\n', broken.Take(Shown))}");
        Assert.True(Share(judge, "fault ") >= 0.05 * judge.Tally.Single(static pair => pair.Key == "requests").Value, "Too few faults.");
        Assert.True(Share(judge, "cancellation ") >= 0.05 * judge.Operations.Count, "Too few cancellations.");
    }

    [Theory]
    [InlineData(nameof(DisabledSafeguard.Window), "entries are in the journal")]
    [InlineData(nameof(DisabledSafeguard.Sequencer), "is after it in the journal")]
    public void Threads_find_a_broken_promise_when_a_safeguard_is_disabled(string safeguard, string promise)
    {
        using var judge = ThreadJudge.Run(seed: 1, calls: 5_000, Enum.Parse<DisabledSafeguard>(safeguard));

        Assert.Contains(ThreadChecker.Check(judge), line => line.Contains(promise, StringComparison.Ordinal));
    }

    // A transaction that is listed later is no fault that a caller sees.
    private static long Share(ThreadJudge judge, string kind) => judge.Tally
        .Where(pair => pair.Key.StartsWith(kind, StringComparison.Ordinal) && pair.Key != Tally.Of(SandboxFault.ExtraListLag))
        .Sum(static pair => pair.Value);
}
