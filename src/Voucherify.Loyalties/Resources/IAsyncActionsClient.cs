namespace Voucherify.Loyalties;

public partial interface IAsyncActionsClient
{
    /// <summary>
    /// Waits until an async action has ended, such as the deletion of a program, whose response has only the id of the action.
    /// </summary>
    /// <remarks>
    /// <para>Polls at once, then after 1, 2, 4, 8 and every further 15 seconds, unless <paramref name="wait"/> says otherwise. Waiting
    /// changes nothing: after any error, wait again with the same id.</para>
    /// <para>With an access token, it needs the scope <see cref="OAuthScope.AsyncActions"/> or <see cref="OAuthScope.Api"/>.</para>
    /// <para>Calls <c>get-async-action</c>.</para>
    /// </remarks>
    /// <param name="asyncActionId">The id of the async action, such as <c>aa_...</c>.</param>
    /// <param name="wait">How long to wait, and how often to poll. Default: <see langword="null"/>, 10 minutes.</param>
    /// <param name="options">Overrides for each poll, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait at once. The action itself continues.</param>
    /// <returns>
    /// The action, done and not known to have failed. Its <see cref="AsyncAction.OperationStatus"/> is
    /// <see cref="AsyncActionOperationStatus.Success"/>, unless the service does not report it.
    /// </returns>
    /// <exception cref="ArgumentException">The id or a time is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyJobFailedException">
    /// The action ended with the status <c>FAILED</c>, or is done with the operation status <c>FAILED</c>.
    /// </exception>
    /// <exception cref="LoyaltyTimeoutException">The action did not end in time, or a poll took longer than its timeout.</exception>
    /// <exception cref="LoyaltyApiException">The service refused a poll, for example because there is no such action.</exception>
    /// <exception cref="LoyaltyRateLimitException">A rate limit is reached, and the delay is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The service cannot be reached.</exception>
    /// <exception cref="LoyaltyResponseException">The response of the service cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<AsyncAction> WaitAsync(
        string asyncActionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
