namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>The kill contract, over SQLite: nothing is lost, doubled or out of order, whenever a process is killed.</summary>
public sealed class KillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task K1_Whenever_a_worker_is_killed_each_item_has_one_effect_in_the_order_of_its_card()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var run = await KillRun.StartAsync(seed: 1, cards: 100);

        Assert.Empty(await run.PlayAsync(kills: 6, patience.Token));
    }

    /// <summary>The whole run of 100,000 items takes long: <c>-class "*KillTests" -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task K1_A_hundred_kills_and_a_hundred_thousand_items()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromHours(2));
        await using var run = await KillRun.StartAsync(seed: 1, cards: 10_000);

        Assert.Empty(await run.PlayAsync(kills: 100, patience.Token));
    }

    /// <summary>If this finds nothing, the test above is too weak.</summary>
    [Fact]
    public async Task K3_With_a_window_that_is_too_short_the_same_run_finds_duplicates()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var run = await KillRun.StartAsync(seed: 1, cards: 50, window: 0.05, late: 0.2);

        Assert.NotEmpty(await run.PlayAsync(kills: 1, patience.Token));
    }

    [Fact]
    public async Task K11_A_second_worker_process_on_a_file_does_not_get_it()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var run = await KillRun.StartAsync(seed: 1, cards: 1);
        await using var store = new SqliteAdjustmentStore(run.File);
        await store.InitializeAsync(patience.Token);
        using var process = run.StartWorker();
        try
        {
            while (await TakesRoleAsync(store, patience.Token))
            {
                await Task.Delay(50, patience.Token);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(patience.Token);
        }

        Assert.True(await TakesRoleAsync(store, patience.Token));
    }

    private static async Task<bool> TakesRoleAsync(SqliteAdjustmentStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.TakeWorkerRoleAsync(cancellationToken);
            await store.LeaveWorkerRoleAsync();
            return true;
        }
        catch (AdjustmentStoreInUseException)
        {
            return false;
        }
    }
}
