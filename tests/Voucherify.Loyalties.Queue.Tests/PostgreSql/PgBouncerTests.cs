using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>A pooler in transaction mode between the queue and its server.</summary>
public sealed class PgBouncerTests
{
    [Fact]
    public async Task K5_Through_a_pooler_in_transaction_mode_each_item_has_one_effect_and_the_worker_polls()
    {
        using var server = new PostgresServer();
        using var pooler = new PgBouncer(server);
        await using var rig = new QueueRig(time => PostgreSqlAdjustmentStore.WithClock(pooler.ConnectionString, time));
        await rig.EnqueueAsync([.. Enumerable.Range(0, 20).Select(i => rig.Item($"order-{i:00}"))]);
        await rig.StartAndFinishAsync();

        Assert.Equal(Enumerable.Range(0, 20).Select(static i => $"ANNA order-{i:00} 100"), rig.Effects);
        var wait = rig.Store.WaitForWorkAsync(TimeSpan.FromSeconds(5), default);
        rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await wait;
        Assert.False(((PostgreSqlAdjustmentStore)rig.Store).IsListening);
    }
}
