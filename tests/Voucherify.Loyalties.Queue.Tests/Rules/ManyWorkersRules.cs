using System.Net;
using Voucherify.Loyalties.Queue.Settlement;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Tests.Stores;
using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Rules;

/// <summary>What holds when several workers use a store, by the numbers of the rules.</summary>
public abstract class ManyWorkersRules : StoreFixture
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Rule_5_The_workers_share_one_budget_of_calls()
    {
        await using var rig = NewRig(static options => (options.MaxCallsPerMinute, options.MaxConcurrentCalls) = (60, 2));
        await using var second = await StartBothAsync(rig);
        await rig.EnqueueAsync(Items(rig, 40));

        await RunAsync(rig, second, 10 * Second, TimeSpan.FromMilliseconds(100));

        Assert.InRange(rig.Posts, 8, 13);
    }

    [Fact]
    public async Task Rule_11_A_key_that_is_refused_to_one_worker_does_not_pause_the_queue()
    {
        await using var rig = NewRig();
        await using var second = await StartBothAsync(rig);
        second.Handler.Refuses = HttpStatusCode.Unauthorized;
        var refused = 0;
        second.Handler.OnSend = _ => refused++;
        await RunAsync(rig, second, 3 * Second);
        await rig.EnqueueAsync(Items(rig, 50));

        await RunAsync(rig, second, 30 * Second);

        Assert.Equal(50, rig.Effects.Count);
        Assert.InRange(refused, 1, rig.Options.MaxConcurrentCalls);
        Assert.Null(await rig.Queue.GetPauseAsync());
    }

    [Fact]
    public async Task Rule_11_A_key_that_is_refused_to_all_workers_pauses_the_queue_until_one_probe_is_accepted()
    {
        await using var rig = NewRig();
        await using var second = await StartBothAsync(rig);
        rig.Handler.Refuses = second.Handler.Refuses = HttpStatusCode.Unauthorized;
        var asked = 0;
        rig.Handler.OnSend = second.Handler.OnSend = _ => asked++;
        await RunAsync(rig, second, 3 * Second);
        await rig.EnqueueAsync(Items(rig, 50));
        await RunAsync(rig, second, 30 * Second);
        Assert.Equal(AdjustmentErrorKinds.Access, (await rig.Queue.GetPauseAsync())!.Kind);

        await RunAsync(rig, second, 150 * Second);
        var whilePaused = asked;
        rig.Handler.Refuses = second.Handler.Refuses = null;
        await RunAsync(rig, second, 150 * Second);

        Assert.InRange(whilePaused, 2, (2 * rig.Options.MaxConcurrentCalls) + 4);
        Assert.Equal(50, rig.Effects.Count);
        Assert.Null(await rig.Queue.GetPauseAsync());
    }

    [Fact]
    public async Task Rule_12_The_order_of_a_card_holds_whichever_worker_sends()
    {
        await using var rig = NewRig(lag: Second);
        await using var second = await StartBothAsync(rig);
        for (var i = 0; i < 10; i++)
        {
            await rig.EnqueueAsync(rig.Item($"order-{i}"), rig.Item($"order-{i}", card: "BEN"));
        }

        await RunAsync(rig, second, 40 * Second);

        Assert.All(["ANNA", "BEN"], card => Assert.Equal(
            Enumerable.Range(0, 10).Select(i => $"{card} order-{i} 100"),
            rig.Effects.Where(effect => effect.StartsWith(card, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Rule_13_A_worker_that_starts_disturbs_no_other()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        rig.Clock.Advance(3 * Second);
        await rig.Worker.StepAsync(default);
        Assert.Equal(AdjustmentState.Sending, await rig.StateOfAsync("order-1"));

        await using var second = await SecondWorker.StartAsync(rig, NewStore);
        await second.StepAsync();

        Assert.Equal(AdjustmentState.Sending, await rig.StateOfAsync("order-1"));
        await rig.StepAsync();
        Assert.Equal(AdjustmentState.Applied, await rig.StateOfAsync("order-1"));
    }

    [Fact]
    public async Task Rule_13_What_a_worker_leaves_that_is_gone_is_settled_by_another()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"));
        await rig.StartAsync();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        rig.Clock.Advance(3 * Second);
        await rig.Worker.StepAsync(default);

        // The first worker has stopped.
        await using var second = await SecondWorker.StartAsync(rig, NewStore);
        for (var i = 0; i < 500; i++)
        {
            rig.Clock.Advance(Second / 2);
            await second.StepAsync();
        }

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100"], rig.Effects);
    }

    [Fact]
    public async Task Rule_14_One_worker_reads_the_list_of_a_program()
    {
        await using var rig = NewRig();
        await using var second = await StartBothAsync(rig);
        await RunAsync(rig, second, 3 * Second);
        await rig.EnqueueAsync(Items(rig, 20));

        await RunAsync(rig, second, 70 * Second);

        Assert.Equal(20, rig.Effects.Count);
        Assert.InRange(rig.Reads, 1, 3);
    }

    [Fact]
    public async Task Rule_15_After_a_restore_one_worker_compares()
    {
        // A long lease: the clock of the test does not wait for the server.
        await using var rig = NewRig(static options => options.SendWindow = TimeSpan.FromMinutes(1));
        await rig.EnqueueAsync(Items(rig, 10));
        await rig.Store.RunAsync(static rows => rows.Admit(100, blocksCard: false), default);
        await rig.Queue.MarkRestoredAsync();
        await using var second = await StartBothAsync(rig);

        var passes = Task.WhenAll(
            second.Restore.RunAsync(default),
            new RestorePass(rig.Store, rig.Client, rig.Session, rig.Settings).RunAsync(default));
        await rig.AdvanceToEndAsync(passes);

        Assert.All(await passes, Assert.True);
        Assert.Equal(10, rig.Reads);
        await RunAsync(rig, second, 10 * Second);
        Assert.Equal(10, rig.Effects.Count);
    }

    [Fact]
    public async Task Rule_17_A_lost_row_is_looked_up_by_one_worker()
    {
        await using var rig = NewRig();
        await using var second = await StartBothAsync(rig);
        await RunAsync(rig, second, 3 * Second);
        rig.Sandbox.Faults.Next(SandboxFault.LoseResponse);
        await rig.EnqueueAsync(rig.Item("order-1", inCampaign: false));

        await RunAsync(rig, second, 5 * Second);

        Assert.Equal(AdjustmentState.Applied, await rig.StateOfAsync("order-1"));
        Assert.Equal((1, 1), (rig.Posts, rig.Reads));
    }

    private static QueuedItem[] Items(QueueRig rig, int count) =>
        [.. Enumerable.Range(0, count).Select(i => rig.Item($"order-{i}", card: QueueRig.Card(i)))];

    private async Task<SecondWorker> StartBothAsync(QueueRig rig)
    {
        await rig.StartAsync();
        return await SecondWorker.StartAsync(rig, NewStore);
    }

    private static async Task RunAsync(QueueRig rig, SecondWorker second, TimeSpan time, TimeSpan? tick = null)
    {
        var step = tick ?? TimeSpan.FromMilliseconds(500);
        for (var past = TimeSpan.Zero; past < time; past += step)
        {
            rig.Clock.Advance(step);
            await Task.WhenAll(rig.StepAsync(), second.StepAsync());
        }
    }
}
