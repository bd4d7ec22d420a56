namespace Voucherify.Loyalties.V1;

public partial interface ITransactionsClient
{
    /// <summary>
    /// Looks for adjustments of many cards in the list of their campaign, once, by their <c>source_id</c>s. It sends nothing. One call
    /// reads up to 100 transactions of up to 50 cards.
    /// </summary>
    /// <remarks>Calls <c>list-loyalty-campaign-transactions</c>, with a filter by the ids of the cards.</remarks>
    /// <param name="campaignId">The id or the name of the loyalty program.</param>
    /// <param name="keys">The adjustments, with the ids of their cards.</param>
    /// <param name="lookBack">How long ago the first of them can have been sent: the search goes back this far.</param>
    /// <param name="options">
    /// Per-request overrides. The timeout is that of each page. Default: <see langword="null"/>, the client's options.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// What was found about each adjustment, card by card. One that is absent may still be applied until its window has passed
    /// (<see cref="ReconciliationOptions.NoAnswerWindow"/>).
    /// </returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyException">The list could not be read, or proves nothing.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<IReadOnlyList<FoundAdjustment>> FindAdjustmentsAsync(
        CampaignId campaignId,
        IReadOnlyCollection<AdjustmentKey> keys,
        TimeSpan lookBack,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
