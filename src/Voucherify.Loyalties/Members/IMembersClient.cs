namespace Voucherify.Loyalties;

public partial interface IMembersClient
{
    /// <summary>
    /// Adds points to a loyalty card, or removes some. The adjustment always carries a <c>source_id</c>: the request's, or a generated one
    /// that the result and the errors tell. A retry follows only an attempt that was certainly not applied.
    /// Calls <c>update-loyalty-card-balance</c>, or <c>update-loyalty-card-balance-1</c> with a campaign.
    /// </summary>
    /// <remarks>
    /// The service answers with the new balance before it has applied the points, and applies them a moment later:
    /// a read right after may still show the old balance. Two calls for one card can be applied in either order.
    /// </remarks>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="request">How many points (above zero adds, below zero removes), when added ones expire, why, and the <c>source_id</c>.</param>
    /// <param name="campaignId">The id or the name of the campaign that the card must belong to. Default: any campaign.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits for a retry.</param>
    /// <returns>The balance after the adjustment, in points, and the <c>source_id</c> that was sent.</returns>
    /// <exception cref="ArgumentException">An id is empty or would leave its part of the path, the points are 0, or the expiration type and date do not fit. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the adjustment: nothing was applied.</exception>
    /// <exception cref="LoyaltyRateLimitException">Too many calls, and waiting does not help or would take too long: nothing was applied.</exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached: nothing was sent.</exception>
    /// <exception cref="LoyaltyTimeoutException">The time was over before anything was sent.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">The adjustment was sent, and nothing tells whether it was applied. Do not repeat it blindly.</exception>
    /// <exception cref="LoyaltyOperationCanceledException">The caller cancelled after the adjustment may have left.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before anything was sent.</exception>
    Task<BalanceResult> AdjustBalanceAsync(
        string memberId,
        AdjustBalanceRequest request,
        string? campaignId = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
