using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card with version 2 of the API.</summary>
internal sealed class CardTransactionPages(Func<ICardsApi> createApi, TransactionPageReader reader)
    : ListedPages<CardTransaction, IOnCard>(V2Operations.ListCardTransactions, reader)
{
    private ICardsApi Api => field ??= createApi();

    protected override Task<HttpRequestMessage> BuildAsync(IOnCard expected, NamedValues query) =>
        Api.ListCardTransactions(expected.Card.ProgramId, expected.Card.MemberId, expected.Card.CardId, query);

    protected override NamedValues ById(string id) => CardTransactionQueries.ById(id).ToValues();

    protected override NamedValues NewestFirst(string? cursor) => CardTransactionQueries.NewestFirst(cursor).ToValues();
}
