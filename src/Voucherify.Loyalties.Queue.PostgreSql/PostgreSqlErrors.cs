using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>
/// Turns the errors of the driver into those of a store. Most pass by themselves: a server that restarts, a lost connection.
/// </summary>
internal static class PostgreSqlErrors
{
    /// <summary>Runs, and translates errors.</summary>
    /// <exception cref="AdjustmentStoreException">The database failed. Whether a commit took effect may be unknown.</exception>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception error) when (IsOfDatabase(error))
        {
            throw Translate(error);
        }
    }

    /// <summary>
    /// The same for what a program calls. The changes of the queue wait for the server synchronously, and perhaps for another transaction,
    /// which must not be on the thread of the program.
    /// </summary>
    /// <exception cref="AdjustmentStoreException">The database failed. Whether a commit took effect may be unknown.</exception>
    public static Task<T> TranslateElsewhereAsync<T>(Func<Task<T>> run) => Task.Run(() => TranslateAsync(run));

    /// <summary>Whether an error came from the database or from the way to it.</summary>
    public static bool IsOfDatabase(Exception error) => error is DbException or TimeoutException or IOException or SocketException;

    private static AdjustmentStoreException Translate(Exception error) => error is PostgresException { SqlState: var state }
        ? new($"The store of the queue failed: PostgreSQL error {state}.", error)
        : new("The store of the queue failed: PostgreSQL cannot be reached, or did not respond in time.", error);
}
