using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>K7: a worker process that ends itself at each point between claim and outcome.</summary>
public sealed class EndingPointTests(EndingPointTests.Runs runs) : IClassFixture<EndingPointTests.Runs>
{
    /// <summary>The points, and the fault that leads to them.</summary>
    private static readonly (string Point, SandboxFault? Fault)[] All =
    [
        ("claim.before-commit", null),
        ("claim.after-commit", null),
        ("bytes.after", null),
        ("finish.before-commit", null),
        ("match.after-commit", SandboxFault.LoseResponse),
        ("release.after-commit", SandboxFault.LoseRequest),
        ("admit.before-commit", null),
        ("admit.after-commit", null),
        ("guard.before", null),
        ("bytes.before", null),
        ("answer", null),
        ("finish.after-commit", null),
        ("match.before-commit", SandboxFault.LoseResponse),
        ("release.before-commit", SandboxFault.LoseRequest),
    ];

    public static TheoryData<string> Points => [.. All.Select(static one => one.Point).Take(TestScale.Cases(part: 6, full: All.Length))];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task K7_A_worker_that_ends_at_a_point_leaves_nothing_lost_doubled_or_out_of_order(string point)
    {
        var (hasEnded, wrong) = await runs.OfAsync(point);

        Assert.True(hasEnded, "The process did not come to the point.");
        Assert.Empty(wrong);
    }

    /// <summary>The runs of all points, at the same time: each mostly waits.</summary>
    public sealed class Runs : IDisposable
    {
        private const int Cards = 3;

        private const int SigKill = 128 + 9;

        private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));
        private readonly Dictionary<string, Task<(bool HasEnded, IReadOnlyList<string> Wrong)>> _runs;

        public Runs() => _runs = Points.ToDictionary(
            static point => point.Data, point => PlayAsync(All.First(one => one.Point == point.Data)), StringComparer.Ordinal);

        public void Dispose() => _patience.Dispose();

        internal Task<(bool HasEnded, IReadOnlyList<string> Wrong)> OfAsync(string point) => _runs[point];

        private async Task<(bool HasEnded, IReadOnlyList<string> Wrong)> PlayAsync((string Point, SandboxFault? Fault) ending)
        {
            var faults = new SandboxFaults { AppliesTo = SandboxFaultTargets.Writes };

            // The list finds a lost response within 2 seconds. With a shorter window, the claim after the window would come first.
            var window = ending.Fault == SandboxFault.LoseResponse ? 5 : 1;
            await using var run = await KillRun.StartAsync(Cards, itemsPerCard: 2, window, faults, _patience.Token);
            var worker = run.StartWorker($"ends-at={ending.Point}");
            while (ending.Fault is { } fault && !worker.HasExited)
            {
                // The list of the campaign settles only cards whose ids are known, so the first items go undisturbed. On a busy machine an
                // item can be settled in another way, and then the next one comes to the point.
                await run.UntilAsync(
                    counts => worker.HasExited || counts.GetValueOrDefault(AdjustmentState.Applied) == run.Items, _patience.Token);
                faults.Next(fault);
                await run.EnqueueAsync(1, _patience.Token);
            }

            await worker.WaitForExitAsync(_patience.Token);
            return (worker.ExitCode == SigKill, await run.FinishAsync(_patience.Token));
        }
    }
}
