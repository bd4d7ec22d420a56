using Npgsql;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>An order and its points commit in one transaction of the program, which holds up no worker.</summary>
public sealed class PostgresOutboxTests
{
    private readonly string _schema = SharedServer.Instance.NewSchema();

    [Fact]
    public async Task What_commits_with_an_order_is_sent_and_what_rolls_back_with_it_is_not()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await using var shop = await OpenAsync(_schema);
        await ExecuteAsync(shop, "create table orders (id text primary key)");
        foreach (var (order, commits) in new[] { ("order-1", true), ("order-2", false), ("order-3", true) })
        {
            await using var transaction = await shop.BeginTransactionAsync();
            await ExecuteAsync(shop, $"insert into orders values ('{order}')");
            await rig.Queue.EnqueueAsync(rig.Item(order), transaction);
            await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
        }

        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-3 100"], rig.Effects);
    }

    [Fact]
    public async Task Rule_3_K12_An_open_transaction_on_a_hundred_items_holds_up_no_worker_and_no_other_enqueue()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await using var shop = await OpenAsync(_schema);
        await using var open = await shop.BeginTransactionAsync();
        await rig.Queue.EnqueueAllAsync([.. Enumerable.Range(0, 100).Select(i => rig.Item($"open-{i}"))], open);
        await rig.EnqueueAsync([.. Enumerable.Range(0, 30).Select(i => rig.Item($"order-{i}", card: QueueRig.Card(i)))]);
        await rig.EnqueueAsync(rig.Item("order-a"));

        // The same item again must wait for the end of that transaction, and blocks no worker either.
        var again = rig.Queue.EnqueueAsync(rig.Item("open-7"));
        await rig.FinishAsync();

        Assert.Equal(31, rig.Effects.Count);
        Assert.False(again.IsCompleted);
        await open.CommitAsync();
        Assert.Equal(new EnqueueResult(0, 1), await again);
        await rig.FinishAsync();
        Assert.Equal(131, rig.Effects.Count);
    }

    [Fact]
    public async Task An_item_that_another_transaction_rolls_back_is_stored_by_the_one_that_waited_for_it()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await using var shop = await OpenAsync(_schema);
        await using var open = await shop.BeginTransactionAsync();
        await rig.Queue.EnqueueAsync(rig.Item("order-1"), open);
        var again = rig.Queue.EnqueueAsync(rig.Item("order-1"));

        await open.RollbackAsync();

        Assert.Equal(new EnqueueResult(1, 0), await again);
    }

    [Fact]
    public async Task Rule_1_Other_points_that_another_transaction_commits_first_are_a_conflict()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await using var shop = await OpenAsync(_schema);
        await using var open = await shop.BeginTransactionAsync();
        await rig.Queue.EnqueueAsync(rig.Item("order-1", 5), open);
        var others = rig.EnqueueAsync(rig.Item("order-0"), rig.Item("order-1", 7));

        await open.CommitAsync();

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => others);
        Assert.Null(await rig.Queue.GetAsync("ANNA", "order-0"));
    }

    [Fact]
    public async Task A_conflict_leaves_nothing_and_the_transaction_of_the_program_goes_on()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1", 5));
        await using var shop = await OpenAsync(_schema);
        await using (var transaction = await shop.BeginTransactionAsync())
        {
            await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Queue.EnqueueAllAsync(
                [rig.Item("order-0"), rig.Item("order-1", 7)], transaction));
            await rig.Queue.EnqueueAsync(rig.Item("order-2"), transaction);
            await transaction.CommitAsync();
        }

        await rig.StartAndFinishAsync();

        Assert.Equal(["ANNA order-1 5", "ANNA order-2 100"], rig.Effects);
    }

    [Fact]
    public async Task A_transaction_of_another_database_is_refused_and_goes_on()
    {
        await using var rig = NewRig();
        await using var other = await OpenAsync(SharedServer.Instance.NewSchema());
        await using var transaction = await other.BeginTransactionAsync();

        await Assert.ThrowsAsync<ArgumentException>("transaction", () => rig.Queue.EnqueueAsync(rig.Item("order-1"), transaction));

        await ExecuteAsync(other, "select 1");
        await transaction.CommitAsync();
        await Assert.ThrowsAsync<ArgumentException>("transaction", () => rig.Queue.EnqueueAsync(rig.Item("order-1"), transaction));
    }

    private QueueRig NewRig() => new(time => PostgreSqlAdjustmentStore.WithClock(_schema, time));

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
