using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Outbox;

/// <summary>An order and its points commit in one transaction of the program.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_commits_with_an_order_is_sent_and_what_rolls_back_with_it_is_not()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await using var shop = Open("shop.db");
        await ExecuteAsync(shop, "create table orders (id text primary key)");
        foreach (var (order, commits) in new[] { ("order-1", true), ("order-2", false), ("order-3", true) })
        {
            await using var transaction = (SqliteTransaction)await shop.BeginTransactionAsync();
            await ExecuteAsync(shop, $"insert into orders values ('{order}')", transaction);
            await rig.Queue.EnqueueAsync(rig.Item(order), transaction);
            await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
        }

        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-3 100"], rig.Effects);
    }

    [Fact]
    public async Task A_transaction_of_another_database_is_refused()
    {
        await using var rig = NewRig();
        await using var other = Open("other.db");
        await using var transaction = (SqliteTransaction)await other.BeginTransactionAsync();

        await Assert.ThrowsAsync<ArgumentException>("transaction", () => rig.Queue.EnqueueAsync(rig.Item("order-1"), transaction));
    }

    [Fact]
    public async Task An_item_that_commits_again_counts_once()
    {
        await using var rig = NewRig();
        await rig.Store.InitializeAsync(default);
        await using var shop = Open("shop.db");
        for (var i = 0; i < 2; i++)
        {
            await using var transaction = (SqliteTransaction)await shop.BeginTransactionAsync();
            await rig.Queue.EnqueueAsync(rig.Item("order-1"), transaction);
            await transaction.CommitAsync();
        }

        await rig.StartAndFinishAsync();

        Assert.Single(rig.Effects);
    }

    private QueueRig NewRig() => new(time => new SqliteAdjustmentStore(_folder.File("shop.db"), time));

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={_folder.File(file)};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync();
    }
}
