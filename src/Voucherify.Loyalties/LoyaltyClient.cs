using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Internal.Http;

namespace Voucherify.Loyalties;

/// <summary>
/// The client for Voucherify's Loyalties API. Make one for the life of the program and share it: it is safe for concurrent use,
/// and its calls share connections and the access token.
/// </summary>
public sealed partial class LoyaltyClient : ILoyaltyClient, IDisposable
{
    private readonly LoyaltyTransport _transport;

    /// <summary>Makes a client with its own connections.</summary>
    /// <param name="options">Where to call, as whom, and how long to try. Later changes of the object have no effect on the connections.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or makes no sense; the message names it.</exception>
    public LoyaltyClient(LoyaltyClientOptions options)
        : this(Checked(options), PrimaryHandler.Create(options.Cluster), disposeHandler: true)
    {
    }

    /// <summary>Makes a client that sends through a handler of yours: a proxy, a recorder, or the sandbox.</summary>
    /// <param name="options">Where to call, as whom, and how long to try.</param>
    /// <param name="handler">
    /// What sends the requests. It must not follow redirects, nor repeat requests by itself. It is not disposed with the client.
    /// </param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or makes no sense; the message names it.</exception>
    public LoyaltyClient(LoyaltyClientOptions options, HttpMessageHandler handler)
        : this(Checked(options), handler, disposeHandler: false)
    {
    }

    /// <summary>Makes a client over an <see cref="HttpClient"/> whose innermost handler is the send guard.</summary>
    internal LoyaltyClient(LoyaltyClientOptions options, HttpClient http, Randomness randomness, ILoggerFactory? loggers = null, bool inlineWaits = false) =>
        _transport = new LoyaltyTransport(
            Checked(options),
            Configured(http, options),
            randomness,
            new Waiting(options.TimeProvider, inlineWaits),
            (options.LoggerFactory ?? loggers ?? NullLoggerFactory.Instance).CreateLogger(LoyaltyClientDefaults.HttpClientName));

    internal LoyaltyTransport Transport => _transport;

    /// <summary>What gives the client new credentials, if anything does; it ends with the client.</summary>
    internal IDisposable? Rotation { get; set; }

    private LoyaltyClient(LoyaltyClientOptions options, HttpMessageHandler handler, bool disposeHandler)
        : this(options, new HttpClient(Guarded(handler), disposeHandler), Randomness.Shared)
    {
    }

    /// <summary>Closes the connections. Calls under way end with an error. A second time does nothing.</summary>
    public void Dispose()
    {
        Rotation?.Dispose();
        _transport.Dispose();
    }

    private static LoyaltyClientOptions Checked(LoyaltyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        LoyaltyClientOptionsValidator.ThrowIfInvalid(options);
        return options;
    }

    private static SendGuardHandler Guarded(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new SendGuardHandler { InnerHandler = handler };
    }

    private static HttpClient Configured(HttpClient http, LoyaltyClientOptions options)
    {
        http.BaseAddress = options.Cluster.ApiAddress;

        // The pipeline owns the timeouts, so that one clock decides.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Voucherify-API-Version", LoyaltyClientDefaults.ApiVersion);
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", LoyaltyClientDefaults.UserAgent);
        return http;
    }
}
