namespace Voucherify.Loyalties.V2;

public partial interface IPurchasesClient
{
    /// <summary>
    /// Makes a purchase that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a
    /// message is redelivered. It searches the purchases of the member first, and buys only if it is certainly not there. If the service
    /// has recorded it, it is never sent again: the call waits for its end.
    /// </summary>
    /// <remarks>
    /// <para>A purchase has no id of yours, so it is recognized by its reward. A purchase counts that is not older than the first send that
    /// you report, or than <see cref="PendingChange.CreatedAt"/>; without both, than seven days. It does not count if it is one of the
    /// <see cref="PendingPurchase.KnownTransactions"/>, or if this client knows it to be another purchase. If exactly one is left, it is
    /// this one (<see cref="RewardTransaction.Assumed"/>). If there are several, the call ends with
    /// <see cref="LoyaltyOutcomeUnknownException"/>, and sends nothing.</para>
    /// <para>If the purchase is absent, it is sent only once an earlier request can no longer be applied. Unless you limit it, the call may
    /// take <see cref="LoyaltyClientOptions.TotalTimeout"/> plus <see cref="ReconciliationOptions.NoAnswerWindow"/>, so that it can
    /// decide.</para>
    /// <para>Calls <c>listMemberRewardPurchases</c>, then <c>purchaseMemberReward</c>.</para>
    /// </remarks>
    /// <param name="purchase">The purchase as it was sent, such as the <c>Pending</c> of the exception.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing is known.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, even while it waits.</param>
    /// <returns>The purchase; <see cref="RewardTransaction.Recovered"/> tells whether it was found among the purchases.</returns>
    /// <exception cref="ArgumentException">An id or the purchase is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has recorded the purchase and rejected it.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// The time ran out before the outcome was known, or several purchases may be this one (<c>Candidates</c>).
    /// </exception>
    /// <exception cref="LoyaltySourceIdConflictException">A call for it is under way in this client; nothing was sent.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard refused the request; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the purchase: nothing was bought.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the member did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<RewardTransaction> ResumePurchaseAsync(
        PendingPurchase purchase,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Waits until the service has applied or rejected a purchase. It sends nothing but reads.</summary>
    /// <remarks>
    /// <para>A purchase that is not listed yet counts as one that has not ended.</para>
    /// <para>Calls <c>listMemberRewardPurchases</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="transactionId">The id of the purchase.</param>
    /// <param name="wait">How long to wait, and how often to poll. Default: 10 minutes.</param>
    /// <param name="options">Per-request overrides for each poll. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The purchase, <c>APPROVED</c>, <c>REJECTED</c> or <c>REFUNDED</c>.</returns>
    /// <exception cref="ArgumentException">An id is not valid, or a time is out of its range; nothing was sent.</exception>
    /// <exception cref="LoyaltyTimeoutException">The purchase did not end in time.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the list.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    Task<RewardTransaction> WaitForPurchaseAsync(
        ProgramId programId,
        MemberId memberId,
        RewardTransactionId transactionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Refunds a purchase, once, however often the call is made.</summary>
    /// <remarks>
    /// <para>The purchase is refunded at once, and the points return a moment later, with a new expiration.</para>
    /// <para>After a lost response, the client reads the purchase: if it is refunded, the call is done
    /// (<see cref="PurchaseRefund.Recovered"/>). If it still is not when the lost request can no longer be applied, the refund is sent
    /// again. A call for the same purchase that is made anew after an unknown outcome continues the earlier one.</para>
    /// <para>A refund does not wait for other calls for the member, and they do not wait for it.</para>
    /// <para>Calls <c>refundRewardPurchase</c>; after a lost response, <c>listMemberRewardPurchases</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member who bought the reward. The service lists purchases by member only.</param>
    /// <param name="rewardTransactionId">The id of the purchase.</param>
    /// <param name="request">How to refund it. Default: <see langword="null"/>, as the reward says.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, even while it waits.</param>
    /// <returns>The refund.</returns>
    /// <exception cref="ArgumentException">An id is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the refund, for example because it was refunded before.</exception>
    /// <exception cref="LoyaltyRateLimitException">The rate limit is reached, and the wait is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached; nothing was sent.</exception>
    /// <exception cref="LoyaltyTimeoutException">The time ended before anything was sent.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The outcome was not known in time: make the call again.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<PurchaseRefund> RefundPurchaseAsync(
        ProgramId programId,
        MemberId memberId,
        RewardTransactionId rewardTransactionId,
        RefundPurchaseRequest? request = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
