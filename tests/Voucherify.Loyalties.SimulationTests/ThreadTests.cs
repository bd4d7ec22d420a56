using System.Globalization;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.SimulationTests.Threads;
using Voucherify.Loyalties.SimulationTests.Threads.V2;
using Voucherify.Loyalties.SimulationTests.V2;

namespace Voucherify.Loyalties.SimulationTests;

/// <summary>The second judge: real threads instead of one thread and one order of events.</summary>
public sealed class ThreadTests(ITestOutputHelper output)
{
    private const int Shown = 10;

    private static int Seed => Setting.Number("ThreadSeed") ?? 1;

    [Fact]
    public void Threads_keep_every_promise()
    {
        var calls = Setting.Number("ThreadCalls") ?? TestScale.Cases(part: 8_000, full: 240_000);
        using var judge = ThreadJudge.Run(Seed, calls, playsOnce: false);
        Report(judge, ThreadChecker.Check(judge));
    }

    [Fact]
    public void Threads_keep_every_promise_with_several_callers_of_one_id()
    {
        using var judge = ThreadJudge.Run(Seed, Setting.Number("ThreadOnceCalls") ?? TestScale.Cases(part: 2_000, full: 60_000));
        Report(judge, ThreadChecker.Check(judge));
    }

    [Fact]
    public void Threads_keep_every_promise_of_version_2()
    {
        using var run = PointsRun.Run(Seed, Setting.Number("ThreadCardCalls") ?? TestScale.Cases(part: 2_000, full: 20_000));
        Report(run, PointsChecker.Check(run));
    }

    [Theory]
    [InlineData(nameof(DisabledSafeguard.Window), "entries are in the journal")]
    [InlineData(nameof(DisabledSafeguard.Sequencer), "is after it in the journal")]
    public void Threads_find_a_broken_promise_when_a_safeguard_is_disabled(string safeguard, string promise)
    {
        using var judge = ThreadJudge.Run(seed: 1, calls: 5_000, Enum.Parse<DisabledSafeguard>(safeguard));

        Assert.Contains(ThreadChecker.Check(judge), line => line.Contains(promise, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(CardSafeguard.Window), "entries are in the journal")]
    [InlineData(nameof(CardSafeguard.Order), "is after it in the journal")]
    public void Threads_find_a_broken_promise_of_version_2_when_a_safeguard_is_disabled(string safeguard, string promise)
    {
        using var run = PointsRun.Run(seed: 1, calls: 600, Enum.Parse<CardSafeguard>(safeguard));

        Assert.Contains(PointsChecker.Check(run), line => line.Contains(promise, StringComparison.Ordinal));
    }

    private void Report<TOperation>(ThreadRun<TOperation> run, IReadOnlyList<string> broken)
        where TOperation : WatchedOperation
    {
        var tally = run.Tally;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Calls} calls, {run.CallsPerSecond:f0} calls per second."));
        output.WriteLine(tally.ToString());
        Assert.True(broken.Count == 0, $"Seed {Seed}: {broken.Count} broken promises.\n{string.Join('\n', broken.Take(Shown))}");
        Assert.True(tally.FaultShare >= 0.05, "Too few faults.");
        Assert.True(tally.CancellationShare >= 0.05, "Too few cancellations.");
    }
}
