using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.V1;

// The overloads differ in the type of their first argument, which is required: no call fits both.
#pragma warning disable RS0026
public partial interface IExportsClient
{
    /// <summary>Waits until the file of an export is ready.</summary>
    /// <remarks>
    /// <para>It looks at once, then after 1, 2, 4, 8 and each further 15 seconds, unless <paramref name="wait"/> says otherwise.
    /// To wait changes nothing: after any error, wait again with the same id.</para>
    /// <para>With an access token it needs the scope <see cref="OAuthScope.Exports"/> or <see cref="OAuthScope.Api"/>,
    /// while ordering an export needs <see cref="OAuthScope.Loyalties"/> or <see cref="OAuthScope.Api"/>.</para>
    /// <para>Calls <c>get-export</c>.</para>
    /// </remarks>
    /// <param name="exportId">The id of the export, such as <c>exp_...</c>.</param>
    /// <param name="wait">How long to wait, and how often to look. Default: <see langword="null"/>, 10 minutes.</param>
    /// <param name="options">What each look does differently, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait at once. The export itself goes on.</param>
    /// <returns>The export, done, for <see cref="DownloadAsync"/>.</returns>
    /// <exception cref="ArgumentException">The id or a time is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyJobFailedException">The export ended with the status <c>ERROR</c>: there will be no file.</exception>
    /// <exception cref="LoyaltyTimeoutException">The file is not ready in time, or a look took longer than its timeout.</exception>
    /// <exception cref="LoyaltyApiException">The service refused a look: there is no such export, say.</exception>
    /// <exception cref="LoyaltyRateLimitException">A rate limit is reached, and the wait is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The service cannot be reached.</exception>
    /// <exception cref="LoyaltyResponseException">The answer of the service cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<Export> WaitAsync(
        string exportId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Waits until the file of an export is ready. For one that has ended already, nothing is sent.</summary>
    /// <param name="exportJob">The export, as it was ordered or read.</param>
    /// <param name="wait">How long to wait, and how often to look. Default: <see langword="null"/>, 10 minutes.</param>
    /// <param name="options">What each look does differently, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the wait at once. The export itself goes on.</param>
    /// <returns>The export, done, for <see cref="DownloadAsync"/>.</returns>
    /// <exception cref="ArgumentException">The export has no id, or a time is not valid; nothing was sent.</exception>
    /// <inheritdoc cref="WaitAsync(string, WaitOptions, RequestOptions, CancellationToken)" path="/remarks"/>
    /// <inheritdoc cref="WaitAsync(string, WaitOptions, RequestOptions, CancellationToken)" path="/exception[@cref!='T:System.ArgumentException']"/>
    Task<Export> WaitAsync(
        Export exportJob,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Fetches the CSV file of an export that is done, as a stream.</summary>
    /// <remarks>
    /// <para>The stream comes from the socket as it is read: the file is never held in memory as a whole, and the limit for the length of
    /// answers does not apply to it. Dispose it; a second download needs another call.</para>
    /// <para>The file is asked for at the address in <see cref="Export.Result"/>, with the token in it and the client's credentials.
    /// That address must be on the download host of the client's cluster (<see cref="VoucherifyCluster.DownloadAddress"/>) and not redirect:
    /// otherwise nothing is sent, so no other host ever sees a credential.</para>
    /// <para><see cref="RequestOptions.Timeout"/> ends with the first byte. From then on, each asynchronous read may take
    /// <see cref="LoyaltyClientOptions.AttemptTimeout"/>. Nothing is repeated once the stream has been handed over.</para>
    /// <para>Times in the file are in UTC. The service may split a very large export; its answer names one file.</para>
    /// <para>With an access token it needs the scope <see cref="OAuthScope.Exports"/> or <see cref="OAuthScope.Api"/>. Calls <c>download-export</c>.</para>
    /// </remarks>
    /// <param name="exportJob">The export, done: the result of <see cref="WaitAsync(Export, WaitOptions, RequestOptions, CancellationToken)"/>.</param>
    /// <param name="progress">Told after each read how many bytes of the file have been read in all. Default: <see langword="null"/>.</param>
    /// <param name="options">What this call does differently, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call until the stream is there; a read has a token of its own.</param>
    /// <returns>
    /// The file, to be read once, forwards. A read throws <see cref="LoyaltyConnectionException"/> when the connection breaks and
    /// <see cref="LoyaltyTimeoutException"/> when nothing comes for too long: where the answer has a length or comes in chunks, a file that ends without an error is complete.
    /// </returns>
    /// <exception cref="ArgumentException">The export has no file (yet); nothing was sent.</exception>
    /// <exception cref="LoyaltySendRefusedException">The address of the file is not on the download host of the cluster; nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request: the token is too old, say.</exception>
    /// <exception cref="LoyaltyResponseException">The answer is not the file: a success other than 200.</exception>
    /// <exception cref="LoyaltyRateLimitException">A rate limit is reached, and the wait is longer than the client may wait.</exception>
    /// <exception cref="LoyaltyConnectionException">The download host cannot be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The answer did not begin in time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<Stream> DownloadAsync(
        Export exportJob,
        IProgress<long>? progress = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
