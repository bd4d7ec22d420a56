using Voucherify.Loyalties.Resources;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>The hand-written part: the short forms, and the methods whose signatures are hand-written.</summary>
public static partial class V2CardsClientExtensions
{
    /// <summary>
    /// Adds points to a card, once, however often the call is made: short for
    /// <see cref="ICardsClient.AdjustCardPointsOnceAsync"/>, which says what is promised.
    /// </summary>
    /// <param name="cards">The cards of a client.</param>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cardId">The id of the card.</param>
    /// <param name="points">How many points to add; more than zero.</param>
    /// <param name="sourceId">An id that no other adjustment of the card has, such as the id of the order.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    /// <returns>The adjustment.</returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    public static Task<PointsAdjustment> AddPointsAsync(
        this ICardsClient cards,
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        long points,
        string sourceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var adjustment = Checked(cards, points, sourceId);
        return cards.AdjustCardPointsOnceAsync(programId, memberId, cardId, adjustment, null, options, cancellationToken);
    }

    /// <summary>
    /// Removes points from a card, once, however often the call is made: short for
    /// <see cref="ICardsClient.AdjustCardPointsOnceAsync"/>, which says what is promised.
    /// </summary>
    /// <param name="cards">The cards of a client.</param>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cardId">The id of the card.</param>
    /// <param name="points">How many points to remove; more than zero.</param>
    /// <param name="sourceId">An id that no other adjustment of the card has, such as the id of the order.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    /// <returns>The adjustment.</returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    public static Task<PointsAdjustment> RemovePointsAsync(
        this ICardsClient cards,
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        long points,
        string sourceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var adjustment = Checked(cards, points, sourceId) with { Points = -points };
        return cards.AdjustCardPointsOnceAsync(programId, memberId, cardId, adjustment, null, options, cancellationToken);
    }

    /// <inheritdoc cref="ICardsClient.AdjustCardPointsOnceAsync"/>
    public static Task<PointsAdjustment> AdjustCardPointsOnceAsync(
        this ICardsClient cards,
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        AdjustCardPointsRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cards);
        return cards.AdjustCardPointsOnceAsync(programId, memberId, cardId, request, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="AddPointsAsync(ICardsClient, ProgramId, MemberId, CardId, long, string, RequestOptions, CancellationToken)"/>
    public static Task<PointsAdjustment> AddPointsAsync(
        this ICardsClient cards,
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        long points,
        string sourceId,
        CancellationToken cancellationToken) =>
        cards.AddPointsAsync(programId, memberId, cardId, points, sourceId, null, cancellationToken);

    /// <inheritdoc cref="RemovePointsAsync(ICardsClient, ProgramId, MemberId, CardId, long, string, RequestOptions, CancellationToken)"/>
    public static Task<PointsAdjustment> RemovePointsAsync(
        this ICardsClient cards,
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        long points,
        string sourceId,
        CancellationToken cancellationToken) =>
        cards.RemovePointsAsync(programId, memberId, cardId, points, sourceId, null, cancellationToken);

    private static AdjustCardPointsRequest Checked(ICardsClient cards, long points, string sourceId)
    {
        ArgumentNullException.ThrowIfNull(cards);
        PointsRules.RequireAmount(points);
        ArgumentNullException.ThrowIfNull(sourceId);
        return new AdjustCardPointsRequest { Points = points, SourceId = sourceId };
    }
}
