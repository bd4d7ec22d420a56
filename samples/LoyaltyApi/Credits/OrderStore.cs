using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue;

namespace LoyaltyApi.Credits;

/// <summary>The orders of the shop. An order and its points commit in one transaction.</summary>
internal sealed class OrderStore(ShopDatabase database, IAdjustmentQueue queue)
{
    /// <summary>Stores an order with its points, unless it is there already.</summary>
    /// <exception cref="OrderConflictException">The order is there with another card or other points.</exception>
    public async Task SaveAsync(string orderId, Credit credit)
    {
        await using var connection = await database.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        if (await FindAsync(connection, transaction, orderId) is { } known && known != credit && !await WasRefusedAsync(orderId, known))
        {
            throw new OrderConflictException();
        }

        // It refuses what is not valid, before anything is stored.
        await queue.EnqueueAsync(credit.ToItem(orderId), transaction);
        await SaveAsync(connection, transaction, orderId, credit);
        await transaction.CommitAsync();
    }

    // A card that does not exist, for example, can be corrected.
    private async Task<bool> WasRefusedAsync(string orderId, Credit known) =>
        await queue.GetAsync(known.Card, orderId) is { State: AdjustmentState.DeadLetter };

    private static async Task<Credit?> FindAsync(SqliteConnection connection, SqliteTransaction transaction, string orderId)
    {
        await using var command = Command(connection, transaction, "select card, points from orders where id = $id", orderId);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new Credit(reader.GetString(0), reader.GetInt64(1)) : null;
    }

    private static async Task SaveAsync(SqliteConnection connection, SqliteTransaction transaction, string orderId, Credit credit)
    {
        await using var command = Command(
            connection,
            transaction,
            "insert into orders (id, card, points) values ($id, $card, $points) "
                + "on conflict (id) do update set card = $card, points = $points",
            orderId);
        command.Parameters.AddWithValue("$card", credit.Card);
        command.Parameters.AddWithValue("$points", credit.Points);
        await command.ExecuteNonQueryAsync();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql, string orderId)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", orderId);
        return command;
    }
}
