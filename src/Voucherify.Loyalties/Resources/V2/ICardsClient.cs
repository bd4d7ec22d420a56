namespace Voucherify.Loyalties.V2;

public partial interface ICardsClient
{
    /// <summary>
    /// Applies an adjustment unless its <c>SourceId</c> was applied before: adds points to a card or removes them, once, however often the
    /// call is made. It looks for the marker of the <c>SourceId</c> in the card's transactions first, and sends the adjustment only if the
    /// marker is absent.
    /// </summary>
    /// <remarks>
    /// <para>If this client has applied the <c>SourceId</c> lately, or has a call with it under way, this call costs nothing: it gets that
    /// call's result. If that call gives up or its outcome is unknown, one of the callers that wait takes over and looks again. Cancelling
    /// ends only the caller's own wait.</para>
    /// <para>Across a restart, it counts once only if the service keeps the reason as it was sent: without the marker, nothing tells an
    /// earlier adjustment from one by hand. Call <see cref="VerifyMarkerAsync"/> once for each project. It does not protect from another
    /// process that may send at the same time. If that process has ended, say so with <see cref="AdjustOnceOptions.Prior"/>: then a
    /// transaction without a marker that may be its adjustment counts as doubtful, and nothing is sent. A <c>SourceId</c> that is older
    /// than <see cref="AdjustOnceOptions.LookBack"/> is not found, and is sent again.</para>
    /// <para>Calls <c>listCardTransactions</c>, then <c>adjustCardPoints</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cardId">The id of the card.</param>
    /// <param name="request">The adjustment, with a <c>SourceId</c> that no other adjustment of the card has.</param>
    /// <param name="onceOptions">
    /// How far back to look, and what is known of another process. Default: 30 days, and nothing was sent.
    /// </param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    /// <returns>The adjustment; <see cref="PointsAdjustment.Recovered"/> tells whether it was found in the transactions.</returns>
    /// <exception cref="ArgumentException">An argument is not valid, or the request has no <c>SourceId</c>; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="ReconciliationOptions.Marker"/> is <see cref="MarkerPlacement.None"/>; nothing was sent.
    /// </exception>
    /// <exception cref="LoyaltySourceIdConflictException">
    /// The <c>SourceId</c> belongs to an adjustment with other points. This call applied nothing.
    /// </exception>
    /// <exception cref="LoyaltyTransactionRejectedException">
    /// The service has recorded the adjustment and rejected it. It is final: another try needs another <c>SourceId</c>.
    /// </exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time ran out before the outcome was known: make the call again.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment or the lookup before it: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the member did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<PointsAdjustment> AdjustCardPointsOnceAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        AdjustCardPointsRequest request,
        AdjustOnceOptions? onceOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Applies an adjustment that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a
    /// message is redelivered. It searches the card's transactions for the marker first, and sends the adjustment only if it is certainly
    /// not there. If the service has recorded it, it is never sent again: the call waits for its end.
    /// </summary>
    /// <remarks>
    /// <para>If the adjustment is absent, it is sent only once an earlier request can no longer be applied. Unless you limit it, the call
    /// may take <see cref="LoyaltyClientOptions.TotalTimeout"/> plus <see cref="ReconciliationOptions.NoAnswerWindow"/>, so that it can
    /// decide.</para>
    /// <para>A transaction without a marker that has the same points may be the adjustment if the service does not keep the reason. It
    /// counts if it is not older than the first send that you report, or than <see cref="PendingChange.CreatedAt"/>; without both, than
    /// seven days. Then the call ends with <see cref="LoyaltyOutcomeUnknownException"/>, and sends nothing.</para>
    /// <para>Calls <c>listCardTransactions</c>, then <c>adjustCardPoints</c>.</para>
    /// </remarks>
    /// <param name="adjustment">The adjustment as it was sent, such as the <c>Pending</c> of the exception.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing is known.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, even while it waits.</param>
    /// <returns>The adjustment; <see cref="PointsAdjustment.Recovered"/> tells whether it was found in the transactions.</returns>
    /// <exception cref="ArgumentException">An id or the adjustment is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">
    /// The <c>SourceId</c> belongs to another adjustment. This call applied nothing.
    /// </exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has recorded the adjustment and rejected it.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time ran out before the outcome was known.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard refused the request; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the member did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<PointsAdjustment> ResumeCardPointsAsync(
        PendingAdjustment adjustment,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks for an adjustment in the transactions of its card, once, by its marker, or by the transaction that the service has recorded
    /// for it. It sends nothing.
    /// </summary>
    /// <remarks>Calls <c>listCardTransactions</c>.</remarks>
    /// <param name="adjustment">The adjustment as it was sent, such as the <c>Pending</c> of an exception.</param>
    /// <param name="lookBack">
    /// How long ago it can have been sent: the search goes back this far. Default: <see langword="null"/>, the card's first transaction.
    /// </param>
    /// <param name="transactionId">
    /// The transaction, from <see cref="LoyaltyOutcomeUnknownException.TransactionId"/>. Default: none; it is found by its marker.
    /// </param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The adjustment: <see cref="CardTransaction.HasEnded"/> of its transaction tells whether it is applied or only recorded. Null if the
    /// list does not have it. It may then still be applied until its window has passed.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">The marker belongs to another adjustment.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has recorded the adjustment and rejected it.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// A transaction without a marker may be the adjustment: check it by hand.
    /// </exception>
    /// <exception cref="LoyaltyException">The list could not be read, or proves nothing.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<PointsAdjustment?> FindCardPointsAsync(
        PendingAdjustment adjustment,
        TimeSpan? lookBack = null,
        CardTransactionId transactionId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Waits until the service has applied or rejected a transaction. It sends nothing but reads.</summary>
    /// <remarks>
    /// <para>A transaction that is not listed yet counts as one that has not ended.</para>
    /// <para>Calls <c>listCardTransactions</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cardId">The id of the card.</param>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="wait">How long to wait, and how often to poll. Default: 10 minutes.</param>
    /// <param name="options">Per-request overrides for each poll. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The transaction, <c>APPROVED</c> or <c>REJECTED</c>.</returns>
    /// <exception cref="ArgumentException">An id is not valid, or a time is out of its range; nothing was sent.</exception>
    /// <exception cref="LoyaltyTimeoutException">The transaction did not end in time.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the list.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    Task<CardTransaction> WaitForCardTransactionAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        CardTransactionId transactionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Tests whether the service keeps the marker of an adjustment: adds a point to a card with the longest reason and marker, reads it
    /// back, and removes the point again. Call it once for each project, on a card of a test member.
    /// </summary>
    /// <remarks>Calls <c>adjustCardPoints</c> twice, and <c>listCardTransactions</c>.</remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cardId">The id of the card, which must be able to take a point.</param>
    /// <param name="options">Per-request overrides. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the test. The point may then remain on the card.</param>
    /// <returns>What became of the reason, and how long the service took.</returns>
    /// <exception cref="ArgumentException">An id is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyException">The service refused the adjustment, rejected it, or its outcome is unknown.</exception>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    Task<MarkerReport> VerifyMarkerAsync(
        ProgramId programId,
        MemberId memberId,
        CardId cardId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens the queue of a member that a call with an unknown outcome has closed, for an operator who has checked the card by hand. It
    /// sends nothing.
    /// </summary>
    /// <remarks>
    /// Only the order is given up: the unknown call may still be applied, and then after the calls that follow now. What the client
    /// remembers of it stays, the search for it goes on, and its <c>SourceId</c> is still refused for a new adjustment.
    /// </remarks>
    /// <param name="memberId">The id of the member.</param>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    void Reopen(MemberId memberId);
}
