using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>K8 and K9: a service that refuses for some time, and workers that are killed meanwhile.</summary>
public sealed class RefusalKillTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task K8_A_key_that_is_rotated_in_the_middle_pauses_the_queue_and_makes_no_dead_letters()
    {
        await using var run = await KillRun.StartAsync(
            cards: 20, window: 1, faults: new SandboxFaults(), cancellationToken: _patience.Token);
        var worker = run.StartWorker("rate=6000");
        await UntilAppliedAsync(run, 0.3);
        run.Sandbox.Faults[SandboxFault.Unauthorized] = 1;
        while (await run.Queue.GetPauseAsync(_patience.Token) is not { Kind: AdjustmentErrorKinds.Access })
        {
            await Task.Delay(50, _patience.Token);
        }

        await WorkerProcesses.KillAsync(worker, _patience.Token);
        await AssertOpenAsync(run);

        // The next worker has the new key.
        run.Sandbox.Faults[SandboxFault.Unauthorized] = 0;
        await run.Queue.ResumeAsync(_patience.Token);
        Assert.Empty(await run.FinishAsync(_patience.Token));
        Assert.Null(await run.Queue.GetPauseAsync(_patience.Token));
    }

    [Fact]
    public async Task K9_The_cap_of_the_cycle_holds_over_kills()
    {
        const int Cap = 100;
        await using var run = await KillRun.StartAsync(
            cards: 20, window: 1, faults: new SandboxFaults(), cancellationToken: _patience.Token);
        var first = run.StartWorker("rate=6000", $"cap={Cap}");
        await UntilAppliedAsync(run, 0.3);
        await WorkerProcesses.KillAsync(first, _patience.Token);
        var second = run.StartWorker("rate=6000", $"cap={Cap}");
        while (await run.Queue.GetPauseAsync(_patience.Token) is not { Kind: AdjustmentErrorKinds.Cycle })
        {
            await Task.Delay(50, _patience.Token);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), _patience.Token);
        await WorkerProcesses.KillAsync(second, _patience.Token);
        Assert.InRange(run.Sandbox.Requests.Values.Sum(), Cap / 2, Cap);
        await AssertOpenAsync(run);

        Assert.Empty(await run.FinishAsync(_patience.Token));
    }

    [Fact]
    public async Task K9_A_storm_of_429_loses_and_doubles_nothing()
    {
        await using var run = await KillRun.StartAsync(
            cards: 20,
            window: 1,
            faults: new SandboxFaults { Seed = 1, [SandboxFault.Throttle] = 0.3, RetryAfter = TimeSpan.FromSeconds(0.1) },
            cancellationToken: _patience.Token);
        for (var refused = 5; refused <= 10; refused += 5)
        {
            var worker = run.StartWorker();
            while (run.Sandbox.Faults.Counts.GetValueOrDefault(SandboxFault.Throttle) < refused)
            {
                await Task.Delay(20, _patience.Token);
            }

            await WorkerProcesses.KillAsync(worker, _patience.Token);
        }

        run.Sandbox.Faults[SandboxFault.Throttle] = 0;
        Assert.Empty(await run.FinishAsync(_patience.Token));
    }

    private Task UntilAppliedAsync(KillRun run, double share) =>
        run.UntilAsync(counts => counts.GetValueOrDefault(AdjustmentState.Applied) > share * run.Items, _patience.Token);

    private async Task AssertOpenAsync(KillRun run)
    {
        var counts = await run.CountAsync(_patience.Token);
        Assert.Equal(0, counts.GetValueOrDefault(AdjustmentState.DeadLetter));
        Assert.True(counts.GetValueOrDefault(AdjustmentState.Pending) > 0);
    }
}
