using Npgsql;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>
/// Listens for rows that other processes have enqueued, on a connection of its own, and connects again when that is lost. Without it the
/// worker polls, so nothing depends on it but time.
/// </summary>
internal sealed class PostgreSqlListener(NpgsqlDataSource source, WorkSignal signal, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>How often a connection that says nothing is checked.</summary>
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task? _run;

    /// <summary>Whether it listens at this moment.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Begins to listen, at the first call.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _run ??= Task.Run(RunAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await (_run ?? Task.CompletedTask).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var delay = FirstDelay;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (!await ListenAsync().ConfigureAwait(false))
                {
                    return;
                }

                delay = FirstDelay;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // The worker polls meanwhile.
                delay = IsListening ? FirstDelay : delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }

            IsListening = false;
            await Task.Delay(delay, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // False if a pooler stands between: in transaction mode it would give the notifications to others.
    private async Task<bool> ListenAsync()
    {
        var connection = await source.OpenConnectionAsync(_stop.Token).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var server = await ScalarAsync(connection, "select pg_backend_pid()").ConfigureAwait(false);
        if (server is not int process || process != connection.ProcessID)
        {
            return false;
        }

        connection.Notification += (_, _) => signal.Set();
        await ScalarAsync(connection, "listen " + PostgreSqlRows.Channel).ConfigureAwait(false);
        IsListening = true;
        try
        {
            // What was enqueued before is not notified.
            signal.Set();
            while (true)
            {
                if (!await connection.WaitAsync(CheckInterval, _stop.Token).ConfigureAwait(false))
                {
                    await ScalarAsync(connection, "select 1").ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The connection may return to a pool.
            await ScalarAsync(connection, "unlisten " + PostgreSqlRows.Channel, CancellationToken.None).ConfigureAwait(false);
            return false;
        }
    }

    private Task<object?> ScalarAsync(NpgsqlConnection connection, string sql) => ScalarAsync(connection, sql, _stop.Token);

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
