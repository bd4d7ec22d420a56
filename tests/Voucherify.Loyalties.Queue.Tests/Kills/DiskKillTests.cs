using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>K10: a disk that is full, and a file that cannot be written, with a worker that is killed meanwhile.</summary>
public sealed class DiskKillTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task K10_A_full_disk_stops_the_worker_and_loses_and_doubles_nothing()
    {
        await using var run = await KillRun.StartAsync(
            cards: 50, window: 1, faults: new SandboxFaults(), cancellationToken: _patience.Token);
        var pages = new FileInfo(run.Copy()).Length / 4096;
        var worker = run.StartWorker($"pragma=max_page_count = {pages + 3}");
        await Task.Delay(TimeSpan.FromSeconds(2), _patience.Token);

        await WorkerProcesses.KillAsync(worker, _patience.Token);
        Assert.True((await run.CountAsync(_patience.Token)).GetValueOrDefault(AdjustmentState.Applied) < run.Items);

        Assert.Empty(await run.FinishAsync(_patience.Token));
    }

    [Fact]
    public async Task K10_With_a_file_that_cannot_be_written_nothing_is_sent()
    {
        await using var run = await KillRun.StartAsync(
            cards: 5, window: 1, faults: new SandboxFaults(), cancellationToken: _patience.Token);
        var worker = run.StartWorker("pragma=query_only = 1");
        await Task.Delay(TimeSpan.FromSeconds(2), _patience.Token);

        Assert.False(worker.HasExited);
        await WorkerProcesses.KillAsync(worker, _patience.Token);
        Assert.Empty(run.Sandbox.Requests);

        Assert.Empty(await run.FinishAsync(_patience.Token));
    }
}
