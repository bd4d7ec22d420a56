using System.Data.Common;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue;

/// <summary>
/// A store for tests, which is lost with its process. It keeps the same rules as the others, except that nothing survives a crash.
/// </summary>
public sealed class InMemoryAdjustmentStore : AdjustmentStore
{
    private readonly object _gate = new();
    private readonly WorkSignal _signal;
    private readonly StoreClock _clock;
    private readonly InMemoryRows _rows;
    private bool _hasWorker;

    /// <summary>Creates an empty store.</summary>
    /// <param name="time">The clock. Default: the system's.</param>
    public InMemoryAdjustmentStore(TimeProvider? time = null)
    {
        _clock = new StoreClock(time ?? TimeProvider.System);
        _rows = new InMemoryRows(_clock);
        _signal = new WorkSignal(time ?? TimeProvider.System);
    }

    internal override DateTimeOffset Now => _clock.Now;

    internal override bool AllowsManyWorkers => IsShared;

    /// <summary>Whether many workers of this process may use it, for tests.</summary>
    internal bool IsShared { get; init; }

    /// <inheritdoc />
    public override ValueTask DisposeAsync() => default;

    internal override Task InitializeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task TakeWorkerRoleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_hasWorker && !IsShared)
            {
                throw new AdjustmentStoreInUseException("Another worker uses this store, which allows only one.");
            }

            _hasWorker = true;
        }

        return Task.CompletedTask;
    }

    internal override Task LeaveWorkerRoleAsync()
    {
        lock (_gate)
        {
            _hasWorker = false;
        }

        return Task.CompletedTask;
    }

    internal override Task<T> RunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(work(_rows));
        }
    }

    internal override Task<T> ReadAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        RunAsync(work, cancellationToken);

    internal override Task<T> RunInAsync<T>(DbTransaction transaction, Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        throw new ArgumentException("A store in memory has no transactions.", nameof(transaction));

    internal override Task WaitForWorkAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        _signal.WaitAsync(longest, cancellationToken);

    internal override void Wake() => _signal.Set();
}
