using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card with version 2 of the API.</summary>
internal sealed class CardTransactionPages(Func<ICardsApi> createApi, TransactionPageReader reader) : ITransactionPages
{
    private ICardsApi Api => field ??= createApi();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransactionPage> ReadAsync(ExpectedTransaction expected, (string? Cursor, int Size) place, PageLimits limits)
    {
        var card = ((ExpectedCardTransaction)expected).Card;
        if (expected.RecordedAs is { } id && place.Cursor is null)
        {
            var named = await ReadAsync(card, CardTransactionQueries.ById(id).ToValues(), limits).ConfigureAwait(false);
            if (named.IsAbout(id))
            {
                return named;
            }

            // The service did not understand the filter.
        }

        return await ReadAsync(card, CardTransactionQueries.NewestFirst(place.Cursor).ToValues(), limits).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TransactionPage> ReadAsync(CardAddress card, NamedValues query, PageLimits limits)
    {
        var (page, date, isCached) = await reader.ReadAsync(
            V2Operations.ListCardTransactions,
            () => Api.ListCardTransactions(card.ProgramId, card.MemberId, card.CardId, query),
            static page => page.Items is not null,
            limits).ConfigureAwait(false);
        return new CardTransactionPage(page, date, isCached);
    }
}
