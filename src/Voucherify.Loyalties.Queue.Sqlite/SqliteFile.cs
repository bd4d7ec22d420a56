using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The file of a store: opens it, and notices that it was replaced.</summary>
internal sealed class SqliteFile(string path, TimeProvider time)
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    private long _checkedAt = time.GetTimestamp();

    /// <summary>Whether it was not checked for some time.</summary>
    public bool IsDueForCheck => time.GetElapsedTime(_checkedAt) >= CheckInterval;

    /// <summary>
    /// Opens a connection. A pooled one would keep a file alive that was deleted or replaced. A commit is on the disk when it returns.
    /// </summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "pragma journal_mode = wal");
        Execute(connection, "pragma synchronous = full");
        return connection;
    }

    /// <summary>Runs a pragma of a test, if there is one.</summary>
    public static void SetUp(SqliteConnection connection, string? pragma)
    {
        if (pragma is not null)
        {
            Execute(connection, "pragma " + pragma);
        }
    }

    /// <summary>Whether a connection is one to this file.</summary>
    public bool IsSame(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select file from pragma_database_list where name = 'main'";
        return command.ExecuteScalar() is string { Length: > 0 } file && Path.GetFullPath(file) == path;
    }

    /// <summary>Compares the file at the path with the one that is open: it may have been deleted or replaced (rules 15 and 16).</summary>
    /// <exception cref="AdjustmentStoreException">It is another file.</exception>
    public void Check(QueueState open)
    {
        _checkedAt = time.GetTimestamp();
        if (File.Exists(path))
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "select count(*) from voucherify_queue_store where store_id = $id and beat >= $beat";
            command.Parameters.AddWithValue("$id", open.StoreId);
            command.Parameters.AddWithValue("$beat", open.Beat);
            if (SqliteSchema.VersionOf(connection) > 0 && (long)command.ExecuteScalar()! == 1)
            {
                return;
            }
        }

        throw new AdjustmentStoreException("The file of the store was deleted or replaced while this worker ran. The worker stops.")
        {
            IsReplaced = true,
        };
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
