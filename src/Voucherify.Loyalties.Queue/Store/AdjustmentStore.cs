using System.ComponentModel;
using System.Data.Common;

namespace Voucherify.Loyalties.Queue;

/// <summary>Where the queue keeps its rows. The packages of the stores implement it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AdjustmentStore : IAsyncDisposable
{
    private protected AdjustmentStore()
    {
    }

    /// <summary>The clock of the store. Within a process it never jumps.</summary>
    internal abstract DateTimeOffset Now { get; }

    /// <summary>Whether many workers may use it at the same time, all by its clock.</summary>
    internal virtual bool AllowsManyWorkers => false;

    /// <summary>Releases the store.</summary>
    /// <returns>The end of it.</returns>
    public abstract ValueTask DisposeAsync();

    /// <summary>Creates or migrates the schema, if it is missing or older.</summary>
    /// <exception cref="AdjustmentStoreException">The store is not reachable, or has a newer schema.</exception>
    internal abstract Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>Takes the role of the worker, if the store allows only one.</summary>
    /// <exception cref="AdjustmentStoreInUseException">Another process has it.</exception>
    internal abstract Task TakeWorkerRoleAsync(CancellationToken cancellationToken);

    /// <summary>Gives the role of the worker back.</summary>
    internal abstract Task LeaveWorkerRoleAsync();

    /// <summary>Runs in a transaction of its own, which is durable when this returns.</summary>
    /// <exception cref="AdjustmentStoreException">
    /// The transaction failed. If a connection was lost in the commit, it may have taken effect, so every change is safe to repeat.
    /// </exception>
    internal abstract Task<T> RunAsync<T>(Func<Store.IQueueRows, T> work, CancellationToken cancellationToken);

    /// <inheritdoc cref="RunAsync{T}(Func{Store.IQueueRows, T}, CancellationToken)" />
    internal Task RunAsync(Action<Store.IQueueRows> work, CancellationToken cancellationToken) => RunAsync(
        rows =>
        {
            work(rows);
            return true;
        },
        cancellationToken);

    /// <summary>Runs in a transaction of its own that only inserts. Where many can write at once, it waits for no worker.</summary>
    /// <exception cref="AdjustmentStoreException">The transaction failed.</exception>
    internal virtual Task<T> InsertAsync<T>(Func<Store.IQueueRows, T> work, CancellationToken cancellationToken) =>
        RunAsync(work, cancellationToken);

    /// <summary>Runs in a transaction that only reads, so that it waits for no writer.</summary>
    /// <exception cref="AdjustmentStoreException">The transaction failed.</exception>
    internal abstract Task<T> ReadAsync<T>(Func<Store.IQueueRows, T> work, CancellationToken cancellationToken);

    /// <summary>Runs in a transaction of the caller.</summary>
    /// <exception cref="ArgumentException">The transaction is not one of this store.</exception>
    internal abstract Task<T> RunInAsync<T>(DbTransaction transaction, Func<Store.IQueueRows, T> work, CancellationToken cancellationToken);

    /// <summary>Waits until rows may have been enqueued, or until the time has passed.</summary>
    internal abstract Task WaitForWorkAsync(TimeSpan longest, CancellationToken cancellationToken);

    /// <summary>Ends the wait of the worker.</summary>
    internal abstract void Wake();
}
