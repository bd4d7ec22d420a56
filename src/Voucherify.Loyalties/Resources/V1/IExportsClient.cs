namespace Voucherify.Loyalties.V1;

// The overloads differ in the type of their first argument, which is required, so no call fits both.
#pragma warning disable RS0026
public partial interface IExportsClient
{
    /// <summary>Waits until the file of an export is ready.</summary>
    /// <remarks>
    /// <para>Polls at once, then after 1, 2, 4, 8 and every further 15 seconds, unless <paramref name="wait"/> says otherwise. Waiting
    /// changes nothing: after any error, wait again with the same id.</para>
    /// <para>With an access token, it needs the scope <see cref="OAuthScope.Exports"/> or <see cref="OAuthScope.Api"/>, while creating an
    /// export needs <see cref="OAuthScope.Loyalties"/> or <see cref="OAuthScope.Api"/>.</para>
    /// <para>Calls <c>get-export</c>.</para>
    /// </remarks>
    /// <param name="exportId">The id of the export, such as <c>exp_...</c>.</param>
    /// <param name="wait">How long to wait, and how often to poll. Default: <see langword="null"/>, 10 minutes.</param>
    /// <param name="options">Overrides for each poll, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait at once. The export itself continues.</param>
    /// <returns>The export, done, for <see cref="DownloadAsync"/>.</returns>
    /// <exception cref="ArgumentException">The id or a time is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyJobFailedException">The export ended with the status <c>ERROR</c>: there will be no file.</exception>
    /// <exception cref="LoyaltyTimeoutException">The file was not ready in time, or a poll took longer than its timeout.</exception>
    /// <exception cref="LoyaltyApiException">The service refused a poll, for example because there is no such export.</exception>
    /// <exception cref="LoyaltyRateLimitException">A rate limit is reached, and the delay is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The service cannot be reached.</exception>
    /// <exception cref="LoyaltyResponseException">The response of the service cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<Export> WaitAsync(
        string exportId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Waits until the file of an export is ready. If the export has already ended, nothing is sent.</summary>
    /// <param name="exportJob">The export, as it was created or read.</param>
    /// <param name="wait">How long to wait, and how often to poll. Default: <see langword="null"/>, 10 minutes.</param>
    /// <param name="options">Overrides for each poll, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait at once. The export itself continues.</param>
    /// <returns>The export, done, for <see cref="DownloadAsync"/>.</returns>
    /// <exception cref="ArgumentException">The export has no id, or a time is not valid; nothing was sent.</exception>
    /// <inheritdoc cref="WaitAsync(string, WaitOptions, RequestOptions, CancellationToken)" path="/remarks"/>
    /// <inheritdoc
    ///     cref="WaitAsync(string, WaitOptions, RequestOptions, CancellationToken)"
    ///     path="/exception[@cref!='T:System.ArgumentException']"/>
    Task<Export> WaitAsync(
        Export exportJob,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Downloads the CSV file of an export that is done, as a stream.</summary>
    /// <remarks>
    /// <para>The stream is read from the socket: the file is never in memory as a whole, and the limit on the length of responses does not
    /// apply to it. Dispose the stream; a second download needs another call.</para>
    /// <para>The file is requested from the address in <see cref="Export.Result"/>, with the token in it and the client's credentials. That
    /// address must be on the download host of the client's cluster (<see cref="VoucherifyCluster.DownloadAddress"/>), otherwise nothing is
    /// sent. Redirects are not followed. So no other host ever sees a credential.</para>
    /// <para><see cref="RequestOptions.Timeout"/> applies until the first byte. From then on, each asynchronous read may take
    /// <see cref="LoyaltyClientOptions.AttemptTimeout"/>. Nothing is repeated once the stream has been handed over.</para>
    /// <para>Times in the file are in UTC. The service may split a very large export, but its response names only one file.</para>
    /// <para>With an access token, it needs the scope <see cref="OAuthScope.Exports"/> or <see cref="OAuthScope.Api"/>. Calls
    /// <c>download-export</c>.</para>
    /// </remarks>
    /// <param name="exportJob">
    /// The export, done: the result of <see cref="WaitAsync(Export, WaitOptions, RequestOptions, CancellationToken)"/>.
    /// </param>
    /// <param name="progress">
    /// Receives, after each read, the total number of bytes of the file that were read. Default: <see langword="null"/>.
    /// </param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call until the stream is returned; each read has its own token.</param>
    /// <returns>
    /// The file, to be read once, forwards. A read throws <see cref="LoyaltyConnectionException"/> when the connection breaks and
    /// <see cref="LoyaltyTimeoutException"/> when nothing arrives for too long. If the response has a length or is chunked, a file that
    /// ends without an error is complete.
    /// </returns>
    /// <exception cref="ArgumentException">The export has no file (yet); nothing was sent.</exception>
    /// <exception cref="LoyaltySendRefusedException">
    /// The address of the file is not on the download host of the cluster; nothing was sent.
    /// </exception>
    /// <exception cref="LoyaltyApiException">The service refused the request, for example because the token is too old.</exception>
    /// <exception cref="LoyaltyResponseException">The response is not the file: it has a success status other than 200.</exception>
    /// <exception cref="LoyaltyRateLimitException">A rate limit is reached, and the delay is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The download host cannot be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The response did not begin in time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<Stream> DownloadAsync(
        Export exportJob,
        IProgress<long>? progress = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
