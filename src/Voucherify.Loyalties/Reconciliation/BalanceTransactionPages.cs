using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card with version 1 of the API.</summary>
internal sealed class BalanceTransactionPages(
    Func<ITransactionsApi> createApi,
    CallSettingsSource settings,
    AttemptLoop attempts) : ITransactionPages
{
    private ITransactionsApi Api => field ??= createApi();

    public async Task<TransactionPage> ReadAsync(
        ExpectedTransaction expected,
        (string? Cursor, int Size) place,
        TimeSpan timeLeft,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var query = new ListMemberTransactionsQuery
        {
            Limit = place.Size,
            Order = TransactionOrder.IdDescending,
            StartingAfterId = place.Cursor,
        };
        var own = RequestOptions.WithoutObserver(options);
        var call = new TransactionPageCall<TransactionList>(
            V1Operations.ListMemberTransactions,
            settings.For(V1Operations.ListMemberTransactions, own, cancellationToken) with { TotalTimeout = timeLeft },
            () => Api.ListMemberTransactions(expected.MemberId, query.ToValues()),
            static list => list.Data is not null);
        return await attempts.TryRunAsync(call).ConfigureAwait(false) is { } failure
            ? throw failure
            : new BalanceTransactionPage(call.Response!, call.ServerDate, call.IsCached, place.Size);
    }
}
