using System.Net;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// Sends requests with the headers and the HTTP version of the client: directly, or through <see cref="HttpClient"/> where a user has
/// configured that or added a handler.
/// </summary>
internal sealed class HttpTransport : IDisposable
{
    private readonly HttpMessageInvoker? _direct;
    private readonly CancellationTokenSource _disposal = new();
    private readonly Version _version;
    private readonly HttpVersionPolicy _policy;
    private readonly Func<LoyaltyAttempt, CancellationToken, ValueTask>? _beforeAttempt;

    /// <summary>Creates the transport, and configures the HTTP client.</summary>
    /// <param name="http">The HTTP client. The check of outbound requests is its innermost handler.</param>
    /// <param name="options">The address of the service and the HTTP version.</param>
    /// <param name="check">The handler of the HTTP client, if it is the check; null if others are in front of it.</param>
    public HttpTransport(HttpClient http, LoyaltyClientOptions options, OutboundRequestCheck? check = null)
    {
        Http = http;
        _beforeAttempt = options.BeforeAttempt;
        if (check is { IsOverOwnConnection: true } && !http.DefaultRequestHeaders.Any())
        {
            _direct = new HttpMessageInvoker(check, disposeHandler: false);
        }

        var isConfigured = http.DefaultRequestVersion != HttpVersion.Version11
            || http.DefaultVersionPolicy != HttpVersionPolicy.RequestVersionOrLower;
        _version = options.UseHttp2 && !isConfigured ? HttpVersion.Version20 : http.DefaultRequestVersion;
        _policy = http.DefaultVersionPolicy;

        http.BaseAddress = options.Cluster.ApiAddress;

        // The attempt loop owns the timeouts, so that one clock decides.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.TryAddWithoutValidation(HeaderNames.ApiVersion, LoyaltyClientDefaults.ApiVersion);
        http.DefaultRequestHeaders.TryAddWithoutValidation(HeaderNames.UserAgent, LoyaltyClientDefaults.UserAgent);
    }

    /// <summary>The HTTP client, which has the address of the service.</summary>
    public HttpClient Http { get; }

    /// <summary>Whether the client was disposed, which ends running requests.</summary>
    public bool IsDisposed => _disposal.IsCancellationRequested;

    /// <summary>Whether requests go directly to the client's own connections.</summary>
    public bool IsDirect => _direct is not null;

    /// <summary>Sets the version of a request, and the headers that the HTTP client would add.</summary>
    public void Prepare(HttpRequestMessage request)
    {
        request.Version = _version;
        request.VersionPolicy = _policy;
        if (_direct is not null)
        {
            AddDefault(request, HeaderNames.ApiVersion, LoyaltyClientDefaults.ApiVersion);
            AddDefault(request, HeaderNames.UserAgent, LoyaltyClientDefaults.UserAgent);
        }
    }

    /// <summary>Sends a request, and returns when its response begins. The program hears of it before.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _beforeAttempt is { } announce && request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call)
            ? AnnounceAndSendAsync(announce, new(call.Operation.Name, call.Attempts + 1), request, cancellationToken)
            : SendNowAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> AnnounceAndSendAsync(
        Func<LoyaltyAttempt, CancellationToken, ValueTask> announce,
        LoyaltyAttempt attempt,
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        await announce(attempt, cancellationToken).ConfigureAwait(false);
        return await SendNowAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendNowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_direct is null)
        {
            return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        ObjectDisposedException.ThrowIf(IsDisposed, Http);
        return _direct.SendAsync(request, cancellationToken);
    }

    /// <summary>Cancels an attempt when the client is disposed, as <see cref="HttpClient"/> does, until the result is disposed.</summary>
    public CancellationTokenRegistration CancelOnDispose(CancellationTokenSource attempt) => _direct is null
        ? default
        : _disposal.Token.UnsafeRegister(static attempt => ((CancellationTokenSource)attempt!).Cancel(), attempt);

    /// <summary>Closes the connections and ends running requests.</summary>
    public void Dispose()
    {
        _disposal.Cancel();
        Http.Dispose();
    }

    private static void AddDefault(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.NonValidated.Contains(name))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
