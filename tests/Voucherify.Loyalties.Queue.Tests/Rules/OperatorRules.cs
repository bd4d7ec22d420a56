using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Rules;

/// <summary>What operators do: retry, discard, pause; and jobs.</summary>
public abstract class OperatorRules : Stores.StoreFixture
{
    private const long TooMany = -5000;

    [Fact]
    public async Task A_dead_letter_returns_to_its_old_place_if_nothing_later_was_sent()
    {
        await using var rig = NewRig(static options => options.AfterDeadLetter = AfterDeadLetter.BlockCard);
        await rig.EnqueueAsync(rig.Item("order-1", TooMany), rig.Item("order-2", 10));
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(AdjustmentState.DeadLetter, await rig.StateOfAsync("order-1"));
        Assert.Equal(AdjustmentState.Pending, await rig.StateOfAsync("order-2"));
        await GiveAsync(rig, 5000);

        Assert.Equal(1, await rig.Queue.RetryAsync(new AdjustmentFilter()));
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 -5000", "ANNA order-2 10"], rig.Effects.Skip(1));
    }

    [Fact]
    public async Task A_dead_letter_that_was_overtaken_returns_only_at_the_end()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1", TooMany), rig.Item("order-2", 10));
        await rig.StartAndFinishAsync();
        await GiveAsync(rig, 5000);

        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Queue.RetryAsync(new AdjustmentFilter()));
        Assert.Equal(1, await rig.Queue.RetryAsync(new AdjustmentFilter(), atTheEnd: true));
        await rig.FinishAsync();

        Assert.Equal("ANNA order-1 -5000", rig.Effects[^1]);
    }

    [Fact]
    public async Task What_may_have_been_sent_is_not_discarded()
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"));
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await rig.Queue.DiscardAsync(new AdjustmentFilter()));
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100"], rig.Effects);
        Assert.Equal(AdjustmentState.Discarded, await rig.StateOfAsync("order-2"));
    }

    [Fact]
    public async Task A_paused_queue_sends_nothing_until_it_is_resumed()
    {
        await using var rig = NewRig();
        await rig.Store.InitializeAsync(default);
        await rig.Queue.PauseAsync();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(200));
        Assert.Equal(0, rig.Posts);

        await rig.Queue.ResumeAsync();
        await rig.FinishAsync();

        Assert.Single(rig.Effects);
    }

    [Fact]
    public async Task A_job_that_is_paused_keeps_the_order_of_its_cards_and_a_cancelled_one_keeps_what_was_sent()
    {
        await using var rig = NewRig(lag: TimeSpan.FromSeconds(2));
        await rig.Jobs.SubmitAsync("job-1", Items(rig, 10));
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(5));
        await rig.Jobs.PauseAsync("job-1");
        await rig.RunAsync(TimeSpan.FromSeconds(30));
        var sent = rig.Posts;
        await rig.RunAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(sent, rig.Posts);
        Assert.Equal(AdjustmentState.Pending, await rig.StateOfAsync("order-1"));

        await rig.Jobs.CancelAsync("job-1");
        await rig.FinishAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(5));

        var progress = (await rig.Jobs.GetProgressAsync("job-1"))!;
        Assert.Equal((JobState.Cancelled, sent, 10 - sent), (progress.State, progress.Applied, progress.Discarded));
        Assert.Equal("ANNA order-1 100", rig.Effects[^1]);
    }

    [Fact]
    public async Task A_job_that_is_submitted_again_goes_on_where_it_stopped()
    {
        await using var rig = NewRig();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Jobs.SubmitAsync("job-1", Items(rig, 6000, failAt: 5500)));
        Assert.Equal(JobState.Submitting, (await rig.Jobs.GetProgressAsync("job-1"))!.State);

        var progress = await rig.Jobs.SubmitAsync("job-1", Items(rig, 6000));
        var again = await rig.Jobs.SubmitAsync("job-1", Items(rig, 6000));

        Assert.Equal((JobState.Running, 6000L), (progress.State, progress.Total));
        Assert.Equal(progress, again);
        await Assert.ThrowsAsync<AdjustmentJobConflictException>(() => rig.Jobs.SubmitAsync("job-1", Items(rig, 5999)));
    }

    [Fact]
    public async Task A_finished_job_tells_its_numbers_and_that_it_failed()
    {
        await using var rig = NewRig();
        await rig.Jobs.SubmitAsync("job-1", Items(rig, 5, worst: TooMany));

        await rig.StartAndFinishAsync();

        var error = await Assert.ThrowsAsync<AdjustmentJobFailedException>(() => rig.Jobs.WaitAsync("job-1"));
        Assert.Equal(JobState.CompletedWithDeadLetters, error.Progress.State);
        Assert.Equal((4L, 1L), (error.Progress.Applied, error.Progress.DeadLetters));
    }

    private static async IAsyncEnumerable<QueuedItem> Items(QueueRig rig, int count, int failAt = -1, long worst = 1)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.CompletedTask;
            yield return i == failAt
                ? throw new InvalidOperationException("The process ends.")
                : rig.Item($"item-{i}", i == 2 && worst < 0 ? worst : 1);
        }
    }

    private static Task<V1.BalanceResult> GiveAsync(QueueRig rig, long points) =>
        rig.Client.V1.Members.AdjustBalanceAsync("ANNA", points, "gift");
}
