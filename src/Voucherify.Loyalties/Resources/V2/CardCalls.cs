using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The calls that the client itself makes for a card.</summary>
internal static class CardCalls
{
    /// <summary>Adjusts the points of the card.</summary>
    public static Task<PointsAdjustment> AdjustAsync(
        this ICardsClient cards,
        CardAddress card,
        AdjustCardPointsRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        cards.AdjustCardPointsAsync(card.ProgramId, card.MemberId, card.CardId, request, options, cancellationToken);

    /// <summary>Creates what waits for a transaction of the card.</summary>
    public static TransactionWait<CardTransaction> NewWait(
        this ICardsClient cards, CardAddress card, CardTransactionId transactionId, ClientClock clock, WaitOptions wait)
    {
        var query = CardTransactionQueries.ById(transactionId.Value);
        return new(
            clock,
            transactionId.Value,
            wait,
            (options, cancellationToken) => cards.ListCardTransactionsPageAsync(
                card.ProgramId, card.MemberId, card.CardId, query, options, cancellationToken));
    }
}
