using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Voucherify.Loyalties.Queue.PostgreSql;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue;

/// <summary>
/// Keeps the queue in a PostgreSQL database (13 or newer), which may be that of the program. Any number of processes may enqueue, and any
/// number of workers may send, on any number of machines.
/// </summary>
public sealed class PostgreSqlAdjustmentStore : AdjustmentStore
{
    private readonly SemaphoreSlim _initializing = new(1, 1);
    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly WorkSignal _signal;
    private readonly PostgreSqlListener _listener;
    private readonly ServerClock _clock;
    private readonly StoreLock _lock;
    private string? _storeId;

    /// <summary>Creates a store. Nothing is opened before it is used.</summary>
    /// <param name="connectionString">The connection string. Its tables are found by the search path.</param>
    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public PostgreSqlAdjustmentStore(string connectionString)
        : this(NewSource(connectionString), time: null, ownsSource: true)
    {
    }

    /// <summary>Creates a store over a data source. Nothing is opened before it is used.</summary>
    /// <param name="dataSource">The data source. It stays yours to dispose.</param>
    /// <param name="time">The clock of the process. Default: the system's. Times of the queue are those of the server.</param>
    public PostgreSqlAdjustmentStore(NpgsqlDataSource dataSource, TimeProvider? time = null)
        : this(dataSource, time, ownsSource: false)
    {
    }

    private PostgreSqlAdjustmentStore(NpgsqlDataSource dataSource, TimeProvider? time, bool ownsSource, TimeProvider? serverClock = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        (_source, _ownsSource) = (dataSource, ownsSource);
        var clock = time ?? TimeProvider.System;
        _signal = new WorkSignal(clock);
        _listener = new PostgreSqlListener(dataSource, _signal, clock);
        _clock = new ServerClock(clock, serverClock);
        _lock = new StoreLock(_clock);
    }

    /// <summary>The script that creates the schema, for an administrator. The program creates it itself if it may.</summary>
    public static string SchemaScript => PostgreSqlSchema.Script;

    internal override DateTimeOffset Now => _clock.Now;

    internal override bool AllowsManyWorkers => true;

    internal ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>Whether workers are woken by notifications. Otherwise they poll.</summary>
    internal bool IsListening => _listener.IsListening;

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync().ConfigureAwait(false);
        _initializing.Dispose();
        if (_ownsSource)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Creates a store that waits by another clock than the system's.</summary>
    internal static PostgreSqlAdjustmentStore Create(string connectionString, TimeProvider? time, ILogger log) =>
        new(NewSource(connectionString), time, ownsSource: true) { Log = log };

    /// <summary>Creates a store whose server's clock is moved by a test.</summary>
    internal static PostgreSqlAdjustmentStore WithClock(string connectionString, TimeProvider serverClock) =>
        new(NewSource(connectionString), serverClock, ownsSource: true, serverClock);

    internal override async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (_storeId is not null)
        {
            return;
        }

        await _initializing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _storeId ??= await PostgreSqlErrors.TranslateAsync(() => OpenStoreAsync(cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            _initializing.Release();
        }
    }

    internal override Task TakeWorkerRoleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task LeaveWorkerRoleAsync() => Task.CompletedTask;

    internal override async Task<T> RunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        await InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await PostgreSqlErrors.TranslateAsync(
            async () =>
            {
                while (true)
                {
                    var (hasRun, result) = await TryRunAsync(work, cancellationToken).ConfigureAwait(false);
                    if (hasRun)
                    {
                        return result!;
                    }
                }
            }).ConfigureAwait(false);
    }

    internal override async Task<T> InsertAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        await InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await PostgreSqlErrors.TranslateElsewhereAsync(
            async () =>
            {
                var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                var transaction = await BeginAsync(connection, cancellationToken).ConfigureAwait(false);
                await using var __ = transaction.ConfigureAwait(false);
                var statements = new PostgreSqlStatements(connection, transaction);
                StoreLock.MakeDurable(statements);
                var result = new PostgreSqlRows(statements, _clock).Run(work);
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return result;
            }).ConfigureAwait(false);
    }

    internal override async Task<T> ReadAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        await InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await PostgreSqlErrors.TranslateAsync(
            async () =>
            {
                var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                return work(new PostgreSqlRows(new PostgreSqlStatements(connection, transaction: null), _clock));
            }).ConfigureAwait(false);
    }

    internal override async Task<T> RunInAsync<T>(
        DbTransaction transaction, Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        if (transaction is not NpgsqlTransaction { Connection: { } connection } own)
        {
            throw new ArgumentException(ProgramTransaction.NotOurs, nameof(transaction));
        }

        return await PostgreSqlErrors
            .TranslateElsewhereAsync(() => ProgramTransaction.RunAsync(connection, own, _storeId!, _clock, work, cancellationToken))
            .ConfigureAwait(false);
    }

    internal override Task WaitForWorkAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        _listener.Start();
        return _signal.WaitAsync(longest, cancellationToken);
    }

    internal override void Wake() => _signal.Set();

    private static NpgsqlDataSource NewSource(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    private static ValueTask<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    private async Task<string> OpenStoreAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        await PostgreSqlSchema.EnsureAsync(connection, cancellationToken).ConfigureAwait(false);
        _lock.ReadsSystem = await PostgreSqlSchema.MayReadSystemAsync(connection, cancellationToken).ConfigureAwait(false);
        if (!_lock.ReadsSystem)
        {
            Log.CannotReadSystem();
        }

        return new PostgreSqlRows(new PostgreSqlStatements(connection, transaction: null), _clock).State.StoreId;
    }

    private async Task<(bool HasRun, T? Result)> TryRunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await BeginAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var statements = new PostgreSqlStatements(connection, transaction);
        var rows = await _lock.TakeAsync(connection, statements, cancellationToken).ConfigureAwait(false);
        var result = rows is null ? default : rows.Run(work);
        statements.Flush();
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        if (rows is not null)
        {
            _lock.Committed(rows.State);
        }

        return (rows is not null, result);
    }
}
