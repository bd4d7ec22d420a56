using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card with version 2 of the API.</summary>
internal sealed class CardTransactionPages(
    Func<ICardsApi> createApi,
    CallSettingsSource settings,
    AttemptLoop attempts) : ITransactionPages
{
    private ICardsApi Api => field ??= createApi();

    public async Task<TransactionPage> ReadAsync(
        ExpectedTransaction expected,
        (string? Cursor, int Size) place,
        TimeSpan timeLeft,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var card = ((ExpectedCardTransaction)expected).Card;
        var call = settings.For(V2Operations.ListCardTransactions, RequestOptions.WithoutObserver(options), cancellationToken) with
        {
            TotalTimeout = timeLeft,
        };
        if (expected.RecordedAs is { } id && place.Cursor is null)
        {
            var named = await ReadAsync(card, QueryOf(id), call).ConfigureAwait(false);
            if (named.Rows.Count == 0 || named.Rows.Any(row => row.RowId == id))
            {
                return named;
            }

            // The service did not understand the filter.
        }

        // Without an order: the documents disagree about its values, and newest first is the default of all of them. The size must not
        // change from page to page: a cursor belongs to its query.
        return await ReadAsync(
            card,
            new ListCardTransactionsQuery { Limit = TransactionPage.FullSize, Cursor = place.Cursor },
            call).ConfigureAwait(false);
    }

    private static ListCardTransactionsQuery QueryOf(string id) => new()
    {
        Limit = TransactionPage.FullSize,
        Filters = new CardTransactionFilters { Id = new CardTransactionIdConditions { Is = id } },
    };

    private async Task<TransactionPage> ReadAsync(CardAddress card, ListCardTransactionsQuery query, Calls.CallSettings callSettings)
    {
        var call = new TransactionPageCall<Page<CardTransaction>>(
            V2Operations.ListCardTransactions,
            callSettings,
            () => Api.ListCardTransactions(card.ProgramId, card.MemberId, card.CardId, query.ToValues()),
            static page => page.Items is not null);
        return await attempts.TryRunAsync(call).ConfigureAwait(false) is { } failure
            ? throw failure
            : new CardTransactionPage(call.Response!, call.ServerDate, call.IsCached);
    }
}
