using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What programs do with a store: they may be the first to use it, and a worker may be waiting for what they change.</summary>
internal static class StoreAccess
{
    /// <summary>Changes rows in a transaction of its own, and wakes the worker.</summary>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    public static async Task<T> ChangeAsync<T>(this AdjustmentStore store, Func<IQueueRows, T> change, CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var result = await store.RunAsync(change, cancellationToken).ConfigureAwait(false);
        store.Wake();
        return result;
    }

    /// <summary>Inserts rows in a transaction of its own, and wakes the worker.</summary>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    public static async Task<T> AddAsync<T>(this AdjustmentStore store, Func<IQueueRows, T> insert, CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var result = await store.InsertAsync(insert, cancellationToken).ConfigureAwait(false);
        store.Wake();
        return result;
    }

    /// <summary>Reads rows in a transaction of its own.</summary>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    public static async Task<T> QueryAsync<T>(this AdjustmentStore store, Func<IQueueRows, T> query, CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await store.ReadAsync(query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the rows of a filter, some at a time, so that no transaction is long.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="atOnce">How many rows a transaction reads.</param>
    /// <param name="select">What is returned for a row.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    public static async IAsyncEnumerable<T> ListAsync<T>(
        this AdjustmentStore store,
        AdjustmentFilter filter,
        int atOnce,
        Func<IQueueRows, StoredAdjustment, T> select,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        for (long last = 0; ;)
        {
            var page = await store.ReadAsync(
                rows => rows.List(filter, last, atOnce).Select(row => (row.Id, Selected: select(rows, row))).ToList(),
                cancellationToken).ConfigureAwait(false);
            foreach (var (_, selected) in page)
            {
                yield return selected;
            }

            if (page.Count < atOnce)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }
}
