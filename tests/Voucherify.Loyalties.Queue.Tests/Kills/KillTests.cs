namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>The kill contract, over SQLite: nothing is lost, doubled or out of order, whenever a process is killed.</summary>
public sealed class KillTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task K1_Whenever_a_worker_is_killed_each_item_has_one_effect_in_the_order_of_its_card()
    {
        await using var run = await KillRun.StartAsync(
            cards: TestScale.Cases(part: 50, full: 100), cancellationToken: _patience.Token);

        await run.KillAsync(TestScale.Cases(part: 3, full: 6), _patience.Token);

        Assert.Empty(await run.FinishAsync(_patience.Token));
    }

    /// <summary>The whole run of 100,000 items takes long: <c>-class "*KillTests" -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task K1_A_hundred_kills_and_a_hundred_thousand_items()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromHours(2));
        await using var run = await KillRun.StartAsync(cards: 10_000, cancellationToken: patience.Token);

        await run.KillAsync(100, patience.Token);
        var wrong = await run.FinishAsync(patience.Token);

        var requests = run.Sandbox.Requests;
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{run.Items} items, {run.Sandbox.Journal.Count} effects, {wrong.Count} cards wrong");
        output.WriteLine(string.Join('\n', requests.Select(static pair => $"{pair.Value} {pair.Key}")));
        output.WriteLine($"{(double)requests.Values.Sum() / run.Items:f4} calls for each item");
        Assert.Empty(wrong);
    }

    /// <summary>If this finds nothing, the tests above are too weak.</summary>
    [Fact]
    public async Task K3_With_a_window_that_is_too_short_the_same_run_finds_duplicates()
    {
        await using var run = await KillRun.StartAsync(
            cards: 50, window: 0.05, faults: KillRun.Losses(late: 0.2), cancellationToken: _patience.Token);

        await run.KillAsync(1, _patience.Token);

        Assert.NotEmpty(await run.FinishAsync(_patience.Token));
    }

    [Fact]
    public async Task K11_A_second_worker_process_on_a_file_does_not_get_it()
    {
        await using var run = await KillRun.StartAsync(cards: 1, cancellationToken: _patience.Token);
        var process = run.StartWorker();
        while (await TakesRoleAsync(run.Store))
        {
            await Task.Delay(50, _patience.Token);
        }

        await WorkerProcesses.KillAsync(process, _patience.Token);

        Assert.True(await TakesRoleAsync(run.Store));
    }

    private async Task<bool> TakesRoleAsync(SqliteAdjustmentStore store)
    {
        try
        {
            await store.TakeWorkerRoleAsync(_patience.Token);
            await store.LeaveWorkerRoleAsync();
            return true;
        }
        catch (AdjustmentStoreInUseException)
        {
            return false;
        }
    }
}
