using Voucherify.Loyalties.Models.V2;
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

    /// <summary>Reads a page of the card's transactions.</summary>
    public static Task<Page<CardTransaction>> ListTransactionsAsync(
        this ICardsClient cards,
        CardAddress card,
        ListCardTransactionsQuery query,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        cards.ListCardTransactionsPageAsync(card.ProgramId, card.MemberId, card.CardId, query, options, cancellationToken);
}
