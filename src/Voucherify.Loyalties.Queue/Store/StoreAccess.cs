using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What programs do with a store: they may be the first to use it, and a worker may be waiting for what they change.</summary>
internal static class StoreAccess
{
    /// <summary>Changes rows in a transaction of its own, and wakes the worker.</summary>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    public static Task<T> ChangeAsync<T>(this AdjustmentStore store, Func<IQueueRows, T> change, CancellationToken cancellationToken) =>
        store.UseAsync(() => store.RunAsync(change, cancellationToken), cancellationToken);

    /// <inheritdoc cref="ChangeAsync{T}" />
    public static Task ChangeAsync(this AdjustmentStore store, Action<IQueueRows> change, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            rows =>
            {
                change(rows);
                return true;
            },
            cancellationToken);

    /// <summary>Inserts rows in a transaction of the program, or else in one of its own, and wakes the worker.</summary>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    /// <exception cref="ArgumentException">The transaction is not one of this store.</exception>
    public static Task<T> AddAsync<T>(
        this AdjustmentStore store, Func<IQueueRows, T> insert, DbTransaction? transaction, CancellationToken cancellationToken) =>
        store.UseAsync(
            () => transaction is null
                ? store.InsertAsync(insert, cancellationToken)
                : store.RunInAsync(transaction, insert, cancellationToken),
            cancellationToken);

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

    private static async Task<T> UseAsync<T>(this AdjustmentStore store, Func<Task<T>> changeAsync, CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var result = await changeAsync().ConfigureAwait(false);
        store.Wake();
        return result;
    }
}
