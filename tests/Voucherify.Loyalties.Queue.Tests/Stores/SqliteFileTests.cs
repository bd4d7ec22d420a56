using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Sqlite;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>What a file can do to a queue.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("queue.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rule_6_A_commit_is_on_the_disk_when_it_returns()
    {
        await using var store = new SqliteAdjustmentStore(File);
        await store.InitializeAsync(default);

        using var connection = new SqliteFile(File, TimeProvider.System).Open();

        Assert.Equal(("wal", 2L), (Scalar(connection, "pragma journal_mode"), Scalar(connection, "pragma synchronous")));
    }

    [Fact]
    public async Task Rule_16_A_worker_stops_when_its_file_was_replaced()
    {
        await using var rig = new QueueRig(time => new SqliteAdjustmentStore(File, time));
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(File)!, "queue.db*"))
        {
            if (!file.EndsWith(".worker", StringComparison.Ordinal))
            {
                System.IO.File.Delete(file);
            }
        }

        await using var other = new SqliteAdjustmentStore(File);
        await other.InitializeAsync(default);
        rig.Clock.Advance(TimeSpan.FromSeconds(6));

        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => rig.Worker.StepAsync(default));
        Assert.True(error.IsReplaced);
        Assert.Equal(0, rig.Posts);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        await using (var store = new SqliteAdjustmentStore(File))
        {
            await store.InitializeAsync(default);
        }

        using (var connection = new SqliteFile(File, TimeProvider.System).Open())
        {
            Scalar(connection, "update voucherify_queue_store set schema_version = 99");
        }

        await using var newer = new SqliteAdjustmentStore(File);
        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => newer.InitializeAsync(default));
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_version_is_migrated_and_keeps_its_rows()
    {
        using (var connection = new SqliteFile(File, TimeProvider.System).Open())
        {
            SqliteSchema.MigrateTo(connection, 1);
            Scalar(
                connection,
                "insert into voucherify_queue_adjustment (version, line, card, source_id, points, member, enqueued_at, seq, state, "
                    + "send_no, looks) values (1, '1:ANNA', '1:ANNA', 'order-1', 100, 'ANNA', 0, 0, 0, 0, 0)");
        }

        await using var rig = new QueueRig(time => new SqliteAdjustmentStore(File, time));
        await rig.EnqueueAsync(rig.Item("order-2"));
        await rig.StartAndFinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100"], rig.Effects);
        using var migrated = new SqliteFile(File, TimeProvider.System).Open();
        Assert.Equal(SqliteSchema.Version, SqliteSchema.VersionOf(migrated));
    }

    [Fact]
    public void The_script_for_an_administrator_creates_what_the_migrations_create()
    {
        using var byScript = new SqliteFile(_folder.File("script.db"), TimeProvider.System).Open();
        Scalar(byScript, SqliteAdjustmentStore.SchemaScript);
        using var byMigrations = new SqliteFile(_folder.File("migrations.db"), TimeProvider.System).Open();
        for (var version = 1; version <= SqliteSchema.Version; version++)
        {
            SqliteSchema.MigrateTo(byMigrations, version);
        }

        const string Schema = "select group_concat(sql, ';') from (select sql from sqlite_master order by name)";
        Assert.Equal(Scalar(byMigrations, Schema), Scalar(byScript, Schema));
        Assert.Equal(SqliteSchema.Version, SqliteSchema.VersionOf(byScript));
    }

    [Fact]
    public async Task A_file_that_an_administrator_has_prepared_is_used()
    {
        using (var connection = new SqliteFile(File, TimeProvider.System).Open())
        {
            Scalar(connection, SqliteAdjustmentStore.SchemaScript);
        }

        await using var rig = new QueueRig(time => new SqliteAdjustmentStore(File, time));
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAndFinishAsync();

        Assert.Single(rig.Effects);
    }

    [Fact]
    public async Task K10_A_full_disk_loses_and_doubles_nothing()
    {
        var pages = 60;
        await using var rig = new QueueRig(time => new SqliteAdjustmentStore(File, time) { TestPragma = $"max_page_count = {pages}" });
        var stored = 0;
        var full = await Assert.ThrowsAsync<AdjustmentStoreException>(async () =>
        {
            for (; ; stored++)
            {
                await rig.EnqueueAsync(rig.Item($"order-{stored:0000}", 1));
            }
        });
        Assert.Equal(13, ((SqliteException)full.InnerException!).SqliteErrorCode);
        await rig.StartAsync();

        // The disk is still full when outcomes are to be written.
        await Record.ExceptionAsync(() => rig.RunAsync(TimeSpan.FromSeconds(2)));
        pages = 100_000;
        await rig.CrashAsync();
        await rig.FinishAsync();

        Assert.Equal(Enumerable.Range(0, stored).Select(static i => $"ANNA order-{i:0000} 1"), rig.Effects);
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
