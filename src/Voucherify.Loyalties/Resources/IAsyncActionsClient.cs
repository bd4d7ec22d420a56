namespace Voucherify.Loyalties;

public partial interface IAsyncActionsClient
{
    /// <summary>Waits until an async action has ended: such as the deletion of a program, whose answer has only the action's id.</summary>
    /// <remarks>
    /// <para>It looks at once, then after 1, 2, 4, 8 and each further 15 seconds, unless <paramref name="wait"/> says otherwise.
    /// To wait changes nothing: after any error, wait again with the same id.</para>
    /// <para>With an access token it needs the scope <see cref="OAuthScope.AsyncActions"/> or <see cref="OAuthScope.Api"/>.</para>
    /// <para>Calls <c>get-async-action</c>.</para>
    /// </remarks>
    /// <param name="asyncActionId">The id of the async action, such as <c>aa_...</c>.</param>
    /// <param name="wait">How long to wait, and how often to look. Default: <see langword="null"/>, 10 minutes.</param>
    /// <param name="options">What each look does differently, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait at once. The action itself goes on.</param>
    /// <returns>
    /// The action, done and not known to have failed. Its <see cref="AsyncAction.OperationStatus"/> is
    /// <see cref="AsyncActionOperationStatus.Success"/>, unless the service does not tell.
    /// </returns>
    /// <exception cref="ArgumentException">The id or a time is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyJobFailedException">The action ended with the status <c>FAILED</c>, or is done with the operation status <c>FAILED</c>.</exception>
    /// <exception cref="LoyaltyTimeoutException">The action has not ended in time, or a look took longer than its timeout.</exception>
    /// <exception cref="LoyaltyApiException">The service refused a look: there is no such action, say.</exception>
    /// <exception cref="LoyaltyRateLimitException">A rate limit is reached, and the wait is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The service cannot be reached.</exception>
    /// <exception cref="LoyaltyResponseException">The answer of the service cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<AsyncAction> WaitAsync(
        string asyncActionId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
