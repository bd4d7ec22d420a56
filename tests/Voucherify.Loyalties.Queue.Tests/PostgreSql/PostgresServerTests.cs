using Npgsql;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>What a server can do to a queue.</summary>
public sealed class PostgresServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _schema = SharedServer.Instance.NewSchema();

    [Fact]
    public async Task The_times_of_the_queue_are_those_of_the_server()
    {
        var machine = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var source = NpgsqlDataSource.Create(_schema);
        await using var store = new PostgreSqlAdjustmentStore(source, machine);
        await store.InitializeAsync(default);

        var begun = await store.RunAsync(static rows => rows.Now, default);
        var read = await store.ReadAsync(static rows => rows.Now, default);
        machine.Advance(TimeSpan.FromHours(1));

        Assert.True(begun < read && read - begun < Patience);
        Assert.True(begun > DateTimeOffset.UtcNow - Patience);
        Assert.True(store.Now - read >= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_commit_of_another_process_wakes_the_worker_and_a_rollback_does_not()
    {
        await using var store = new PostgreSqlAdjustmentStore(_schema);
        await using var other = new PostgreSqlAdjustmentStore(_schema);
        var queue = new AdjustmentQueue(other, new AdjustmentQueueOptions());
        await store.InitializeAsync(default);
        await ListenAsync(store);
        await using var shop = new NpgsqlConnection(_schema);
        await shop.OpenAsync();

        var woken = store.WaitForWorkAsync(TimeSpan.FromMinutes(5), default);
        await using (var transaction = await shop.BeginTransactionAsync())
        {
            await queue.EnqueueAsync(Item("order-1"), transaction);
            await transaction.RollbackAsync();
        }

        Assert.False(woken.IsCompleted);
        await using (var transaction = await shop.BeginTransactionAsync())
        {
            await queue.EnqueueAsync(Item("order-1"), transaction);
            await transaction.CommitAsync();
        }

        await woken.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_worker_whose_connection_is_ended_listens_again()
    {
        await using var store = new PostgreSqlAdjustmentStore(_schema);
        await store.InitializeAsync(default);
        await ListenAsync(store);
        var woken = store.WaitForWorkAsync(TimeSpan.FromMinutes(5), default);

        SharedServer.Instance.Execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen voucherify_queue'", _schema);

        // It is woken when it listens again, since something may have been enqueued meanwhile.
        await woken.WaitAsync(Patience);
    }

    [Theory]
    [InlineData("update voucherify_queue_store set timeline = '0000002A'")]
    [InlineData("update voucherify_queue_store set system_id = '42'")]
    [InlineData("update voucherify_queue_store set beat = beat - 1")]
    public async Task Rule_15_A_worker_notices_that_its_store_is_another_copy(string change)
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAndFinishAsync();

        SharedServer.Instance.Execute(change, _schema);
        await rig.EnqueueAsync(rig.Item("order-2"));

        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => rig.RunAsync(TimeSpan.FromSeconds(5)));
        Assert.True(error.IsRestored);
        Assert.Equal(1, rig.Posts);
        Assert.True(await rig.Store.ReadAsync(static rows => rows.State.IsRestored, default));
    }

    [Fact]
    public async Task Rule_16_A_worker_stops_when_its_store_was_replaced()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        foreach (var table in (string[])["store", "adjustment", "line", "tail_position", "worker", "jobs"])
        {
            SharedServer.Instance.Execute($"drop table voucherify_queue_{table}", _schema);
        }

        await using var other = PostgreSqlAdjustmentStore.WithClock(_schema, rig.Clock);
        await new AdjustmentQueue(other, rig.Options).EnqueueAsync(rig.Item("order-1"));

        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => rig.RunAsync(TimeSpan.FromSeconds(5)));
        Assert.True(error.IsReplaced);
        Assert.Equal(0, rig.Posts);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using (var store = new PostgreSqlAdjustmentStore(_schema))
        {
            await store.InitializeAsync(default);
        }

        SharedServer.Instance.Execute("update voucherify_queue_store set schema_version = 99", _schema);

        await using var newer = new PostgreSqlAdjustmentStore(_schema);
        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => newer.InitializeAsync(default));
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_rights_uses_the_schema_that_an_administrator_has_prepared()
    {
        var server = SharedServer.Instance;
        server.Execute(PostgreSqlAdjustmentStore.SchemaScript, _schema);
        server.Execute(
            """
            create role shop login;
            do $$ begin execute format('grant usage on schema %I to shop', current_schema()); end $$;
            do $$ begin execute format('grant select, insert, update, delete on all tables in schema %I to shop', current_schema()); end $$;
            """,
            _schema);
        await using var rig = new QueueRig(time => PostgreSqlAdjustmentStore.WithClock(
            _schema.Replace("Username=postgres", "Username=shop", StringComparison.Ordinal), time));

        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAndFinishAsync();

        Assert.Single(rig.Effects);
    }

    [Fact]
    public async Task Processes_that_start_together_create_one_schema()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => new PostgreSqlAdjustmentStore(_schema)).ToList();

        await Task.WhenAll(stores.Select(static store => store.InitializeAsync(default)));
        var ids = await Task.WhenAll(stores.Select(static store => store.ReadAsync(static rows => rows.State.StoreId, default)));

        Assert.Single(ids.Distinct());
        stores.ForEach(static store => store.DisposeAsync().AsTask().Wait());
    }

    [Fact]
    public async Task A_server_that_crashes_costs_no_item()
    {
        using var server = new PostgresServer();
        var schema = server.NewSchema();
        await using var rig = new QueueRig(time => PostgreSqlAdjustmentStore.WithClock(schema, time));
        await rig.EnqueueAsync([.. Enumerable.Range(0, 20).Select(i => rig.Item($"order-{i:00}"))]);
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(6));

        server.Stop("QUIT");
        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => rig.EnqueueAsync(rig.Item("order-20")));
        Assert.False(error.IsReplaced || error.IsRestored);
        await Assert.ThrowsAsync<AdjustmentStoreException>(() => rig.RunAsync(TimeSpan.FromSeconds(3)));
        server.Crash();
        await rig.EnqueueAsync(rig.Item("order-20"));
        await rig.FinishAsync();

        Assert.Equal(Enumerable.Range(0, 21).Select(static i => $"ANNA order-{i:00} 100"), rig.Effects);
    }

    private QueueRig NewRig() => new(time => PostgreSqlAdjustmentStore.WithClock(_schema, time));

    private static QueuedAdjustment Item(string sourceId) => new() { MemberId = "ANNA", Points = 100, SourceId = sourceId };

    // Until it listens, and the signal of its beginning is taken.
    private static async Task ListenAsync(PostgreSqlAdjustmentStore store)
    {
        await store.WaitForWorkAsync(Patience, default).WaitAsync(Patience);
        Assert.True(store.IsListening);
    }
}
