using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads a list of transactions with version 2 of the API. These lists have a filter by the id of the transaction.</summary>
/// <param name="operation">The operation that lists the transactions.</param>
/// <param name="reader">Reads the pages.</param>
internal abstract class ListedPages<TRow, TExpected>(Operation<Page<TRow>> operation, TransactionPageReader reader) : ITransactionPages
    where TRow : class, IListedTransaction
    where TExpected : class
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransactionPage> ReadAsync(ExpectedTransaction expected, (string? Cursor, int Size) place, PageLimits limits)
    {
        var one = (TExpected)(object)expected;
        if (place.Cursor is null)
        {
            await PrepareAsync(one, limits).ConfigureAwait(false);
        }

        if (expected.NamedId is { } id && place.Cursor is null)
        {
            var named = await ReadAsync(one, ById(id), limits).ConfigureAwait(false);
            if (named.IsAbout(id))
            {
                return named;
            }

            // The service did not understand the filter.
        }

        return await ReadAsync(one, NewestFirst(place.Cursor), limits).ConfigureAwait(false);
    }

    /// <summary>Reads what must be known before a transaction can be judged.</summary>
    /// <exception cref="LoyaltyException">It could not be read.</exception>
    protected virtual Task PrepareAsync(TExpected expected, PageLimits limits) => Task.CompletedTask;

    /// <summary>Builds the request of a page.</summary>
    protected abstract Task<HttpRequestMessage> BuildAsync(TExpected expected, NamedValues query);

    /// <summary>The query for one transaction.</summary>
    protected abstract NamedValues ById(string id);

    /// <summary>The query for all transactions, newest first.</summary>
    protected abstract NamedValues NewestFirst(string? cursor);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TransactionPage> ReadAsync(TExpected expected, NamedValues query, PageLimits limits)
    {
        var (page, date, isCached) = await reader.ReadAsync(
            operation,
            () => BuildAsync(expected, query),
            static page => page.Items is not null,
            limits).ConfigureAwait(false);
        return new ListedPage<TRow>(page, date, isCached);
    }
}
