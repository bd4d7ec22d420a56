namespace Voucherify.Loyalties.V2;

public partial interface IPurchasesClient
{
    /// <summary>Refunds a purchase.</summary>
    /// <remarks>
    /// <para>The purchase is refunded at once, and the points return a moment later, with a new expiration.</para>
    /// <para>The service refuses a repeat with <c>non_approved_reward_transaction</c>. After a lost response, the outcome is unknown: call
    /// <c>Purchases.ListMemberPurchasesAsync</c> to find out before you repeat it. A refunded purchase has the status
    /// <c>REFUNDED</c>.</para>
    /// <para>Calls <c>refundRewardPurchase</c>.</para>
    /// </remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="rewardTransactionId">The id of the purchase.</param>
    /// <param name="request">How to refund it. Default: <see langword="null"/>, as the reward says.</param>
    /// <param name="options">Overrides for this call, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>The refund.</returns>
    /// <exception cref="ArgumentException">An id is invalid. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request.</exception>
    /// <exception cref="LoyaltyRateLimitException">The rate limit is reached, and the wait is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call took longer than its timeout.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// The request was sent, and it is unknown whether it was applied. Do not repeat it blindly.
    /// </exception>
    /// <exception cref="LoyaltyOperationCanceledException">The call was cancelled after the request may have been sent.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<RewardTransaction> RefundPurchaseAsync(
        ProgramId programId,
        RewardTransactionId rewardTransactionId,
        RefundPurchaseRequest? request = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
