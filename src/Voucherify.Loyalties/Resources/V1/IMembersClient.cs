namespace Voucherify.Loyalties.V1;

public partial interface IMembersClient
{
    /// <summary>
    /// Applies an adjustment unless its <c>source_id</c> was applied before: adds points to a loyalty card or removes them, once, however
    /// often the call is made. It looks for the <c>source_id</c> in the card's transactions first, and sends the adjustment only if it is
    /// absent.
    /// </summary>
    /// <remarks>
    /// <para>If this client has applied the <c>source_id</c> lately, or has a call with it under way, this call costs nothing: it gets that
    /// call's result, and takes that call's place in the order of the card. If that call gives up or its outcome is unknown, one of the
    /// callers that wait takes over and looks again. Cancelling ends only the caller's own wait.</para>
    /// <para>It does not protect from another process that may send at the same time: while that process is alive, both may send. If it
    /// has ended, say so with <see cref="AdjustOnceOptions.Prior"/>. An id that is older than <see cref="AdjustOnceOptions.LookBack"/> is
    /// not found, and is sent again.</para>
    /// <para>Calls <c>list-loyalty-card-transactions</c>, then <c>update-loyalty-card-balance</c>, or <c>update-loyalty-card-balance-1</c>
    /// with <c>campaignId</c>.</para>
    /// </remarks>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="request">The adjustment, with a <c>source_id</c> that no other adjustment of the card has.</param>
    /// <param name="onceOptions">
    /// How far back to look, and what is known of another process. Default: 30 days, and nothing was sent.
    /// </param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none; the route without a campaign is used.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    /// <returns>
    /// The balance after the adjustment; <see cref="BalanceResult.Recovered"/> tells whether it was found in the transactions.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is not valid, or the request has no <c>source_id</c>; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">
    /// The <c>source_id</c> belongs to an adjustment with other points or another expiration. This call applied nothing.
    /// </exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time ran out before the outcome was known: make the call again.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment or the lookup before it: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the card did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<BalanceResult> AdjustBalanceOnceAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        AdjustOnceOptions? onceOptions = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Looks for an adjustment in the transactions of its card, once, by its <c>source_id</c>. It sends nothing.</summary>
    /// <remarks>Calls <c>list-loyalty-card-transactions</c>.</remarks>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="request">The adjustment as it was sent, with its <c>source_id</c>.</param>
    /// <param name="lookBack">
    /// How long ago it can have been sent: the search goes back this far. Default: <see langword="null"/>, the card's first transaction.
    /// </param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The balance after the adjustment, with <see cref="BalanceResult.Recovered"/>; null if the list does not have it. It may then still
    /// be applied until its window has passed (<see cref="ReconciliationOptions.NoAnswerWindow"/>).
    /// </returns>
    /// <exception cref="ArgumentException">An argument is not valid, or the request has no <c>source_id</c>; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">The <c>source_id</c> belongs to another adjustment.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// A transaction may be the adjustment, changed on the way: check it by hand.
    /// </exception>
    /// <exception cref="LoyaltyException">The list could not be read, or proves nothing.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<BalanceResult?> FindAdjustmentAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        TimeSpan? lookBack = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens a loyalty card that a call with an unknown outcome has closed, for an operator who has checked the card by hand, for example
    /// after a redemption whose response was lost. It sends nothing.
    /// </summary>
    /// <remarks>
    /// Only the order is given up: the unknown call may still be applied, and then after the calls that follow now. What the client
    /// remembers of it stays, the search for it goes on, and its <c>source_id</c> is still refused for a new adjustment. A call that waits
    /// for its own outcome keeps its turn. A card that is not closed remains as it is.
    /// </remarks>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    void Reopen(MemberId memberId);

    /// <summary>
    /// Applies an adjustment that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a
    /// message is redelivered. It searches the card's transactions for the <c>source_id</c> first, and sends the adjustment only if it is
    /// certainly not there.
    /// </summary>
    /// <remarks>
    /// <para>The effect is exactly one, as long as the service applies and lists requests within the reconciliation window
    /// (<see cref="ReconciliationOptions"/>). Beyond that, the client never knowingly sends a second one.</para>
    /// <para>If the adjustment is absent, it is sent only once an earlier request can no longer be applied. Unless you limit it, the call
    /// may take <see cref="LoyaltyClientOptions.TotalTimeout"/> plus <see cref="ReconciliationOptions.NoAnswerWindow"/>, so that it can
    /// decide.</para>
    /// <para>A resume with the <c>source_id</c> of the call that closed a card runs before the calls that wait for that card.</para>
    /// <para>Calls <c>list-loyalty-card-transactions</c>, then <c>update-loyalty-card-balance</c>, or <c>update-loyalty-card-balance-1</c>
    /// with <c>campaignId</c>.</para>
    /// </remarks>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="request">The adjustment as it was sent, with its <c>source_id</c>.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing is known.</param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none; the route without a campaign is used.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, even while it waits.</param>
    /// <returns>
    /// The balance after the adjustment; <see cref="BalanceResult.Recovered"/> tells whether it was found in the transactions.
    /// </returns>
    /// <exception cref="ArgumentException">An id or the request is not valid, or has no <c>source_id</c>; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">
    /// The <c>source_id</c> belongs to another write. This call applied nothing.
    /// </exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time ran out before the outcome was known.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard refused the request; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the card did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<BalanceResult> ResumeAdjustmentAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        ResumeOptions? resumeOptions = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Applies a transfer that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a
    /// message is redelivered. It searches the transactions of the giving cards for the <c>source_id</c>s of the items first, and sends the
    /// transfer only if they are certainly not there.
    /// </summary>
    /// <remarks>
    /// <para>Makes the same guarantees as <see cref="ResumeAdjustmentAsync"/>. If only some of the items are there, the outcome remains
    /// unknown and nothing is sent, because the service does not document whether it applies a transfer as a whole.</para>
    /// <para>Calls <c>list-loyalty-card-transactions</c>, then <c>transfer-points</c>.</para>
    /// </remarks>
    /// <param name="receivingMemberId">The code of the loyalty card that receives the points.</param>
    /// <param name="campaignId">The id or the name of the loyalty program.</param>
    /// <param name="items">The transfer as it was sent, each item with its <c>source_id</c>.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing is known.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, even while it waits.</param>
    /// <returns>The card that received the points, as it is now.</returns>
    /// <exception cref="ArgumentException">
    /// An id or the request is not valid, or an item has no <c>source_id</c>; nothing was sent.
    /// </exception>
    /// <exception cref="LoyaltySourceIdConflictException">
    /// A <c>source_id</c> belongs to another write. This call applied nothing.
    /// </exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time ran out before the outcome was known.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard refused the request; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the transfer: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the cards did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<LoyaltyMember> ResumeTransferAsync(
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
