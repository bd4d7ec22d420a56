namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>K6: an old copy of the file takes its place, with a worker dead or still at work.</summary>
public sealed class RestoreKillTests : IDisposable
{
    private const string Rate = "rate=6000";

    public static TheoryData<bool> Marks => [.. new[] { false, true }.Take(TestScale.Cases(part: 1, full: 2))];

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task K6_A_restored_copy_doubles_nothing_once_it_is_marked_even_with_a_worker_at_work()
    {
        await using var run = await RestoreAsync(isWorkerAlive: true);
        await run.Queue.MarkRestoredAsync(_patience.Token);

        Assert.Empty(await run.FinishAsync(_patience.Token));
    }

    /// <summary>If the copy that is not marked doubles nothing, the test above is too weak.</summary>
    [Theory]
    [MemberData(nameof(Marks))]
    public async Task K6_A_restored_copy_of_a_dead_worker_doubles_unless_it_is_marked(bool isMarked)
    {
        await using var run = await RestoreAsync(isWorkerAlive: false);
        await (isMarked ? run.Queue.MarkRestoredAsync(_patience.Token) : Task.CompletedTask);

        Assert.Equal(isMarked, await run.FinishAsync(_patience.Token) is []);
    }

    private async Task<KillRun> RestoreAsync(bool isWorkerAlive)
    {
        var run = await KillRun.StartAsync(cards: 30, window: 2, cancellationToken: _patience.Token);
        var worker = run.StartWorker(Rate);
        await run.UntilAsync(counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 0.2 * run.Items, _patience.Token);
        var copy = run.Copy();
        await run.UntilAsync(counts => counts.GetValueOrDefault(AdjustmentState.Applied) > 0.6 * run.Items, _patience.Token);
        if (!isWorkerAlive)
        {
            await WorkerProcesses.KillAsync(worker, _patience.Token);
        }

        await run.RestoreAsync(copy);
        return run;
    }
}
