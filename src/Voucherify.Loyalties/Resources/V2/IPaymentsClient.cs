namespace Voucherify.Loyalties.V2;

public partial interface IPaymentsClient
{
    /// <summary>
    /// Makes a payment that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a
    /// message is redelivered. It searches the payments of the member first, and pays only if it is certainly not there. If the service has
    /// recorded it, it is never sent again: the call waits for its end.
    /// </summary>
    /// <remarks>
    /// <para>A payment has no id of yours, so it is recognized by its card, its order and its limit. A payment counts that is not older
    /// than the first send that you report, or than <see cref="PendingChange.CreatedAt"/>; without both, than seven days. It does not count
    /// if it is one of the <see cref="PendingPayment.KnownTransactions"/>, or if this client knows it to be another payment. If exactly one
    /// is left, it is this one (<see cref="OrderTransaction.Assumed"/>). If there are several, the call ends with
    /// <see cref="LoyaltyOutcomeUnknownException"/>, and sends nothing.</para>
    /// <para>If the payment is absent, it is sent only once an earlier request can no longer be applied. Unless you limit it, the call may
    /// take <see cref="LoyaltyClientOptions.TotalTimeout"/> plus <see cref="ReconciliationOptions.NoAnswerWindow"/>, so that it can
    /// decide.</para>
    /// <para>Calls <c>listMemberOrderPayments</c>, then <c>createMemberOrderPayment</c>; before that <c>getOrder</c> if the order is named
    /// by your own id.</para>
    /// </remarks>
    /// <param name="payment">The payment as it was sent, such as the <c>Pending</c> of the exception.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing is known.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, even while it waits.</param>
    /// <returns>The payment; <see cref="OrderTransaction.Recovered"/> tells whether it was found among the payments.</returns>
    /// <exception cref="ArgumentException">An id or the payment is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has recorded the payment and rejected it.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// The time ran out before the outcome was known, or several payments may be this one (<c>Candidates</c>).
    /// </exception>
    /// <exception cref="LoyaltySourceIdConflictException">A call for it is under way in this client; nothing was sent.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard refused the request; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the payment: nothing was paid.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call's turn for the member did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> if the outcome is unknown.
    /// </exception>
    Task<OrderTransaction> ResumeOrderPaymentAsync(
        PendingPayment payment,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Waits until the service has applied or rejected a payment. It sends nothing but reads.</summary>
    /// <remarks>
    /// <para>A payment that is not listed yet counts as one that has not ended.</para>
    /// <para>Calls <c>listMemberOrderPayments</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="transactionId">The id of the payment.</param>
    /// <param name="wait">How long to wait, and how often to poll. Default: 10 minutes.</param>
    /// <param name="options">Per-request overrides for each poll. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The payment, <c>APPROVED</c> or <c>REJECTED</c>.</returns>
    /// <exception cref="ArgumentException">An id is not valid, or a time is out of its range; nothing was sent.</exception>
    /// <exception cref="LoyaltyTimeoutException">The payment did not end in time.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the list.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    Task<OrderTransaction> WaitForOrderPaymentAsync(
        ProgramId programId,
        MemberId memberId,
        OrderTransactionId transactionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
