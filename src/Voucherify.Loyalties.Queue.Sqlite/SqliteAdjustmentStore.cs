using System.Data.Common;
using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Sqlite;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue;

/// <summary>
/// Keeps the queue in a SQLite file, which may be that of the program. Several processes may enqueue; one worker sends. The file must be on
/// a disk of this machine: SQLite does not support network file systems.
/// </summary>
public sealed class SqliteAdjustmentStore : AdjustmentStore
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _path;
    private readonly StoreClock _clock;
    private readonly TimeProvider _time;
    private readonly WorkSignal _signal;
    private readonly SqliteFile _file;
    private SqliteConnection? _connection;
    private SqliteStatements? _statements;
    private FileStream? _role;

    /// <summary>Creates a store. Nothing is opened before it is used.</summary>
    /// <param name="path">The file. It is created if it is missing.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public SqliteAdjustmentStore(string path, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
        _time = time ?? TimeProvider.System;
        _clock = new StoreClock(_time);
        _signal = new WorkSignal(_time);
        _file = new SqliteFile(_path, _time);
    }

    /// <summary>The script that creates the schema, for an administrator. The program creates it itself if it may.</summary>
    public static string SchemaScript => SqliteSchema.Script;

    internal override DateTimeOffset Now => _clock.Now;

    /// <summary>A pragma for each connection, so that tests can fill the file, or forbid to write it.</summary>
    internal string? TestPragma { get; set; }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await LeaveWorkerRoleAsync().ConfigureAwait(false);
        await _gate.WaitAsync().ConfigureAwait(false);
        Close();
        _gate.Release();
    }

    internal override async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (_connection is null)
        {
            await InGateAsync(_ => true, cancellationToken).ConfigureAwait(false);
        }
    }

    internal override Task TakeWorkerRoleAsync(CancellationToken cancellationToken)
    {
        try
        {
            // It ends with the process, however that ends.
            _role = new FileStream(_path + ".worker", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Task.CompletedTask;
        }
        catch (IOException error)
        {
            throw new AdjustmentStoreInUseException($"Another worker uses the store {_path}, which allows only one.", error);
        }
    }

    internal override async Task LeaveWorkerRoleAsync()
    {
        if (_role is { } role)
        {
            _role = null;
            await role.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal override Task<T> RunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        InGateAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                var result = RunIn(transaction, work);
                transaction.Commit();
                return result;
            },
            cancellationToken);

    internal override Task<T> ReadAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        InGateAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: true);
                return RunIn(transaction, work);
            },
            cancellationToken);

    internal override Task<T> RunInAsync<T>(DbTransaction transaction, Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        if (transaction is not SqliteTransaction { Connection: { } connection } own || !_file.IsSame(connection))
        {
            throw new ArgumentException("The transaction is not an open one of the database that has the queue.", nameof(transaction));
        }

        try
        {
            using var statements = new SqliteStatements(connection) { Transaction = own };
            var rows = new SqliteRows(statements, _clock);
            var result = work(rows);
            rows.Complete();
            return Task.FromResult(result);
        }
        catch (SqliteException error)
        {
            throw Failed(error);
        }
    }

    internal override async Task WaitForWorkAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        // A commit on another connection, also of this process, changes the version of the data.
        var version = await DataVersionAsync(cancellationToken).ConfigureAwait(false);
        var began = _time.GetTimestamp();
        while (longest - _time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            var isWoken = await _signal.WaitAsync(left < WatchInterval ? left : WatchInterval, cancellationToken).ConfigureAwait(false);
            if (isWoken || await DataVersionAsync(cancellationToken).ConfigureAwait(false) != version)
            {
                return;
            }
        }
    }

    internal override void Wake() => _signal.Set();

    private Task<long> DataVersionAsync(CancellationToken cancellationToken) => InGateAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "pragma data_version";
            return (long)command.ExecuteScalar()!;
        },
        cancellationToken);

    private T RunIn<T>(SqliteTransaction transaction, Func<IQueueRows, T> work)
    {
        _statements!.Transaction = transaction;
        var rows = new SqliteRows(_statements, _clock);
        if (_role is not null && _file.IsDueForCheck)
        {
            _file.Check(rows.State);
        }

        var result = work(rows);
        rows.Complete();
        return result;
    }

    private async Task<T> InGateAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work(Open());
        }
        catch (SqliteException error)
        {
            // The connection may be broken, and a new one costs little.
            Close();
            throw Failed(error);
        }
        finally
        {
            _gate.Release();
        }
    }

    private SqliteConnection Open()
    {
        if (_connection is { } open)
        {
            return open;
        }

        var connection = _file.Open();
        try
        {
            SqliteSchema.Ensure(connection);
            SqliteFile.SetUp(connection, TestPragma);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _statements = new SqliteStatements(connection);
        return _connection = connection;
    }

    private void Close()
    {
        _statements?.Dispose();
        _connection?.Dispose();
        _statements = null;
        _connection = null;
    }

    private static AdjustmentStoreException Failed(SqliteException error) =>
        new($"The store of the queue failed: SQLite error {error.SqliteErrorCode}.", error);
}
