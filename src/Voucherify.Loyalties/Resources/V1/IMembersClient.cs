namespace Voucherify.Loyalties.V1;

public partial interface IMembersClient
{
    /// <summary>
    /// Applies an adjustment that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a message
    /// is delivered again. It looks for the <c>source_id</c> in the card's transactions first, and sends only what is certainly not there.
    /// </summary>
    /// <remarks>
    /// <para>Exactly one effect, as long as the service applies within the reconciliation window (<see cref="ReconciliationOptions"/>).
    /// Beyond that, at most one is sent knowingly.</para>
    /// <para>When the adjustment is absent, it is sent only once it can no longer be applied. That may be minutes away: give the call a long
    /// <see cref="RequestOptions.Timeout"/>, or resume again later.</para>
    /// <para>A resume with the <c>source_id</c> of the call that closed a card goes before the calls that wait for it.</para>
    /// <para>Calls <c>list-loyalty-card-transactions</c>, then <c>update-loyalty-card-balance</c>, or <c>update-loyalty-card-balance-1</c> with <c>campaignId</c>.</para>
    /// </remarks>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="request">The adjustment, as it was sent, with its <c>source_id</c>.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing.</param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none, the route without it.</param>
    /// <param name="options">What this call does differently, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits.</param>
    /// <returns>The balance after the adjustment; <see cref="BalanceResult.Recovered"/> says whether it was found.</returns>
    /// <exception cref="ArgumentException">An id or the request is not valid, or has no <c>source_id</c>; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">The <c>source_id</c> belongs to another change; this one was not applied by this call.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time was over before the outcome was known.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard said no; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The card's turn did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> where the outcome is unknown.</exception>
    Task<BalanceResult> ResumeAdjustmentAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        ResumeOptions? resumeOptions = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a transfer that may have been sent before: after a <see cref="LoyaltyOutcomeUnknownException"/>, after a crash, or when a message
    /// is delivered again. It looks for the items' <c>source_id</c>s in the transactions of the giving cards first, and sends only what is certainly not there.
    /// </summary>
    /// <remarks>
    /// <para>Promises what <see cref="ResumeAdjustmentAsync"/> promises. When some of the items are there and others are not, the outcome stays unknown,
    /// and nothing is sent: the service does not say whether it applies a transfer as a whole.</para>
    /// <para>Calls <c>list-loyalty-card-transactions</c>, then <c>transfer-points</c>.</para>
    /// </remarks>
    /// <param name="receivingMemberId">The code of the loyalty card that receives the points.</param>
    /// <param name="campaignId">The id or the name of the loyalty program.</param>
    /// <param name="items">The transfer, as it was sent, each item with its <c>source_id</c>.</param>
    /// <param name="resumeOptions">What is known about earlier attempts. Default: nothing.</param>
    /// <param name="options">What this call does differently, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits.</param>
    /// <returns>The card that received the points, as it is now.</returns>
    /// <exception cref="ArgumentException">An id or the request is not valid, or an item has no <c>source_id</c>; nothing was sent.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">A <c>source_id</c> belongs to another change; this one was not applied by this call.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time was over before the outcome was known.</exception>
    /// <exception cref="LoyaltySendRefusedException">The send guard said no; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the transfer: nothing was applied.</exception>
    /// <exception cref="LoyaltyTimeoutException">The cards' turn did not come in time; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; a <see cref="LoyaltyOperationCanceledException"/> where the outcome is unknown.</exception>
    Task<LoyaltyMember> ResumeTransferAsync(
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
