using Npgsql;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>
/// Takes the lock under which all workers change the rows, one after the other, and reads what each transaction begins with: the state, the
/// time, and which server this is.
/// </summary>
internal sealed class StoreLock(ServerClock clock)
{
    /// <summary>
    /// A claim must be durable when its commit returns, whatever the server's setting is (rule 6). A process that freezes in a transaction
    /// must not hold up the others.
    /// </summary>
    private const string Durably = "set local synchronous_commit = on";

    private const string NotForLong = "set local idle_in_transaction_session_timeout = 10000";

    private const string SelectForUpdate =
        "select " + SqlTexts.StateColumns + ", system_id, timeline from voucherify_queue_store for update";

    private const string SelectTime = "select clock_timestamp(), substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)";

    private const string SystemId = ", (select system_identifier::text from pg_control_system())";

    private const string SaveIdentity = "update voucherify_queue_store set system_id = @system, timeline = @timeline";

    private static readonly PostgreSqlTimes Times = new();

    // The highest count of claims that this process has seen. A commit is on the disk before it is seen, so the count never goes back.
    private volatile Seen? _seen;

    /// <summary>Whether the program may read which system the server is.</summary>
    public bool ReadsSystem { get; set; } = true;

    /// <summary>Makes the commit of a transaction durable that takes no lock.</summary>
    public static void MakeDurable(SqlStatements statements) => statements.Execute(Durably);

    /// <summary>Takes the lock. If the store is a copy, or the server another one, it is marked as restored first (rule 15).</summary>
    /// <returns>The rows; null if the store was marked, so that the transaction must be committed and another one begun.</returns>
    public async Task<PostgreSqlRows?> TakeAsync(
        NpgsqlConnection connection, PostgreSqlStatements statements, CancellationToken cancellationToken)
    {
        var (state, now, known, found) = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        var rows = new PostgreSqlRows(statements, clock);
        rows.Begin(state, clock.Observe(now));
        if (found.DiffersFrom(known) || HasGoneBack(state))
        {
            rows.MarkRestored();
            Save(statements, found);
            rows.Complete();
            _seen = null;
            return null;
        }

        if (known.Timeline is null)
        {
            Save(statements, found);
        }

        return rows;
    }

    /// <summary>The transaction was committed.</summary>
    public void Committed(QueueState state) => _seen = new(state.StoreId, state.Epoch, state.Beat);

    private bool HasGoneBack(QueueState state) =>
        _seen is { } seen && seen.StoreId == state.StoreId && seen.Epoch == state.Epoch && state.Beat < seen.Beat;

    private static void Save(PostgreSqlStatements statements, ServerIdentity identity) =>
        statements.Execute(SaveIdentity, ("@system", identity.System), ("@timeline", identity.Timeline));

    private async Task<(QueueState State, DateTimeOffset Now, ServerIdentity Known, ServerIdentity Found)> ReadAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // The time is read by a statement of its own: the one that waits for the lock would tell the time before its wait.
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var sql in (string[])[Durably, NotForLong, SelectForUpdate, SelectTime + (ReadsSystem ? SystemId : "")])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var record = new SqlRecord(reader, Times);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new AdjustmentStoreException("The store has lost its state.");
        }

        var state = SqlStateMapping.ReadState(record);
        var known = new ServerIdentity(record.Text(SqlTexts.StateColumnCount), record.Text(SqlTexts.StateColumnCount + 1));
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (state, record.Time(0)!.Value, known, new ServerIdentity(ReadsSystem ? record.Text(2) : null, record.Text(1)));
    }

    private sealed record Seen(string StoreId, long Epoch, long Beat);
}
