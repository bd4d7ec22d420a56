using System.Data;
using Npgsql;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>Works in a transaction of the program. If the work fails, nothing of it stays, and the transaction can go on.</summary>
internal static class ProgramTransaction
{
    public const string NotOurs = "The transaction is not an open one of the database that has the queue.";

    private const string Savepoint = "voucherify_queue";

    /// <summary>Runs the work.</summary>
    /// <exception cref="ArgumentException">The transaction has ended, or is one of another database.</exception>
    public static async Task<T> RunAsync<T>(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        string storeId,
        ServerClock clock,
        Func<IQueueRows, T> work,
        CancellationToken cancellationToken)
    {
        await SaveAsync(transaction, cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = new PostgreSqlRows(new PostgreSqlStatements(connection, transaction), clock);
            var result = IsOurs(rows, storeId) ? rows.Run(work) : throw new ArgumentException(NotOurs, nameof(transaction));
            await transaction.ReleaseAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch when (connection.FullState.HasFlag(ConnectionState.Open))
        {
            await transaction.RollbackAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task SaveAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException error)
        {
            throw new ArgumentException(NotOurs, nameof(transaction), error);
        }
    }

    private static bool IsOurs(PostgreSqlRows rows, string storeId)
    {
        try
        {
            return rows.State.StoreId == storeId;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }
}
