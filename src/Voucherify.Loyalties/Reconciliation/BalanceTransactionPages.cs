using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card with version 1 of the API.</summary>
internal sealed class BalanceTransactionPages(Func<ITransactionsApi> createApi, TransactionPageReader reader) : ITransactionPages
{
    private ITransactionsApi Api => field ??= createApi();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransactionPage> ReadAsync(ExpectedTransaction expected, (string? Cursor, int Size) place, PageLimits limits)
    {
        var query = new ListMemberTransactionsQuery
        {
            Limit = place.Size,
            Order = TransactionOrder.IdDescending,
            StartingAfterId = place.Cursor,
        };
        var (list, date, isCached) = await reader.ReadAsync(
            V1Operations.ListMemberTransactions,
            () => Api.ListMemberTransactions(expected.MemberId, query.ToValues()),
            static list => list.Data is not null,
            limits).ConfigureAwait(false);
        return new BalanceTransactionPage(list, date, isCached, place.Size);
    }
}
