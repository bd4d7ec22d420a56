using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Operations;

/// <summary>What the health check tells.</summary>
public sealed class HealthTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_queue_that_works_is_healthy_even_with_more_to_do_than_its_rate_allows()
    {
        await using var rig = NewRig(static options => (options.MaxCallsPerMinute, options.MaxConcurrentCalls) = (6, 2));
        await rig.EnqueueAsync([.. Enumerable.Range(0, 40).Select(i => rig.Item($"order-{i}", card: QueueRig.Card(i)))]);
        await rig.StartAsync();

        await rig.RunAsync(3 * Minute);

        Assert.InRange(rig.Posts, 10, 30);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(rig));
    }

    [Fact]
    public async Task Without_a_worker_the_queue_is_unhealthy_after_a_minute()
    {
        await using var rig = NewRig();
        await rig.StartAndFinishAsync();
        rig.Clock.Advance(60 * Minute);
        await rig.EnqueueAsync(rig.Item("order-1"));

        rig.Clock.Advance(0.9 * Minute);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(rig));
        rig.Clock.Advance(0.1 * Minute);

        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(rig));
    }

    [Fact]
    public async Task A_worker_that_admits_and_does_not_claim_makes_the_queue_unhealthy()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.Store.RunAsync(static rows => Store.Admission.Admit(rows, 10, blocksCard: false), default);

        Assert.Equal(HealthStatus.Healthy, await StatusAsync(rig));
        rig.Clock.Advance(Minute);

        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(rig));
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_unhealthy()
    {
        await using var store = new SqliteAdjustmentStore("/no/such/folder/queue.db");

        Assert.Equal(HealthStatus.Unhealthy, (await new AdjustmentQueueHealthCheck(store).CheckHealthAsync(new())).Status);
    }

    [Fact]
    public async Task Dead_letters_a_pause_and_a_restore_degrade_the_queue_until_an_operator_has_acted()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1", -5000));
        await rig.StartAndFinishAsync();
        Assert.Equal("1 dead letters.", await ComplaintAsync(rig));
        await rig.Queue.DiscardAsync(new AdjustmentFilter());
        Assert.Null(await ComplaintAsync(rig));

        await rig.Queue.PauseAsync();
        Assert.StartsWith("The queue is paused", await ComplaintAsync(rig), StringComparison.Ordinal);
        await rig.Queue.ResumeAsync();
        Assert.Null(await ComplaintAsync(rig));

        await rig.Queue.MarkRestoredAsync();
        Assert.StartsWith("The store was restored", await ComplaintAsync(rig), StringComparison.Ordinal);
        await rig.Store.RunAsync(static rows => Store.Restoring.EndRestore(rows), default);
        Assert.Contains("ConfirmRestoredAsync", await ComplaintAsync(rig), StringComparison.Ordinal);
        await rig.Queue.ConfirmRestoredAsync();
        Assert.Null(await ComplaintAsync(rig));
    }

    [Fact]
    public async Task An_outcome_that_stays_unknown_for_ten_minutes_degrades_the_queue_however_long_it_had_waited_before()
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(rig.Item("order-1"));
        rig.Clock.Advance(60 * Minute);
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(AdjustmentState.Unknown, await rig.StateOfAsync("order-1"));
        Assert.Null(await ComplaintAsync(rig));

        // The worker is stuck.
        rig.Clock.Advance(10 * Minute);
        await rig.Store.RunAsync(rows => rows.State = rows.State with { LastClaimAt = rig.Store.Now }, default);

        Assert.Contains("unknown", await ComplaintAsync(rig), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adjustment_that_stays_recorded_for_longer_than_its_window_degrades_the_queue()
    {
        await using var rig = NewRig();
        rig.Sandbox.Faults.Next(SandboxFault.StallPending);
        var member = rig.Sandbox.V2.AddMember(rig.Sandbox.V2.AddProgram().Id, "customer-42", points: 1000);
        await rig.EnqueueAsync(new QueuedCardAdjustment
        {
            ProgramId = member.ProgramId,
            MemberId = member.Id,
            CardId = member.CardId,
            Points = 100,
            SourceId = "order-1",
        });
        await rig.StartAsync();

        await rig.RunAsync(3 * Minute);
        Assert.Null(await ComplaintAsync(rig));
        await rig.RunAsync(Minute);

        Assert.Contains("recorded", await ComplaintAsync(rig), StringComparison.Ordinal);
    }

    private static QueueRig NewRig(Action<AdjustmentQueueOptions>? configure = null) =>
        new(static time => new InMemoryAdjustmentStore(time), configure);

    private static async Task<HealthStatus> StatusAsync(QueueRig rig) =>
        (await new AdjustmentQueueHealthCheck(rig.Store, rig.Client).CheckHealthAsync(new())).Status;

    private static async Task<string?> ComplaintAsync(QueueRig rig)
    {
        var result = await new AdjustmentQueueHealthCheck(rig.Store, rig.Client).CheckHealthAsync(new());
        Assert.Equal(result.Description is null ? HealthStatus.Healthy : HealthStatus.Degraded, result.Status);
        return result.Description;
    }
}
