using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties;

/// <summary>
/// The client for Voucherify's Loyalties API. Create one for the lifetime of the program and share it: it is safe for concurrent use, and
/// its calls share connections and the access token.
/// </summary>
public sealed partial class LoyaltyClient : ILoyaltyClient, IDisposable
{
    private readonly ClientParts _parts;

    /// <summary>Creates a client with its own connections.</summary>
    /// <param name="options">
    /// The cluster to call, the credentials, and how long to try. Later changes to this object have no effect on the connections.
    /// </param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// An option is missing or invalid; the message names it.
    /// </exception>
    /// <exception cref="PlatformNotSupportedException">The program runs in a browser, where a key of a server has no place.</exception>
    [UnsupportedOSPlatform("browser")]
    public LoyaltyClient(LoyaltyClientOptions options)
        : this(Checked(options), Checked(PrimaryHandler.Create(options)), disposeHandler: true)
    {
    }

    /// <summary>Creates a client that sends through your own handler: a proxy, a recorder, or the sandbox.</summary>
    /// <param name="options">The cluster to call, the credentials, and how long to try.</param>
    /// <param name="handler">
    /// The handler that sends the requests. It must not follow redirects or repeat requests. It is not disposed with the client.
    /// </param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// An option is missing or invalid; the message names it.
    /// </exception>
    public LoyaltyClient(LoyaltyClientOptions options, HttpMessageHandler handler)
        : this(Checked(options), Checked(handler), disposeHandler: false)
    {
    }

    /// <summary>Creates a client that sends through a transport.</summary>
    internal LoyaltyClient(
        LoyaltyClientOptions options,
        HttpTransport transport,
        Randomness randomness,
        ILoggerFactory? loggers = null,
        bool inlineWaits = false)
    {
        Checked(options);
        var log = (options.LoggerFactory ?? loggers ?? NullLoggerFactory.Instance).CreateLogger(LoyaltyClientDefaults.HttpClientName);

        // A timer keeps the context in which it was created. The client may be created by the first request that needs it, and outlives it.
        using (new ContextlessScope())
        {
            _parts = new ClientParts(
                options, transport, randomness, new ClientClock(options.TimeProvider, inlineWaits), log);
        }
    }

    private LoyaltyClient(LoyaltyClientOptions options, OutboundRequestCheck check, bool disposeHandler)
        : this(options, new HttpTransport(new HttpClient(check, disposeHandler), options, check), Randomness.Shared)
    {
    }

    /// <inheritdoc />
    public RateLimitStatus? RateLimit => _parts.Pacer.Status;

    /// <inheritdoc />
    public LoyaltyTimes Times => LoyaltyTimes.Of(_parts.Context.Options);

    internal ClientParts Parts => _parts;

    /// <summary>What gives the client new credentials, if anything does. It is disposed with the client.</summary>
    internal IDisposable? Rotation { get; set; }

    /// <summary>Closes the connections. Running calls end with an error. A second call does nothing.</summary>
    public void Dispose()
    {
        Rotation?.Dispose();
        _parts.Dispose();
    }

    private static LoyaltyClientOptions Checked(LoyaltyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        LoyaltyClientOptionsValidator.ThrowIfInvalid(options);
        return options;
    }

    private static OutboundRequestCheck Checked(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        TraceContext.Limit(handler);
        return new OutboundRequestCheck
        {
            InnerHandler = handler,
            Decompresses = !OperatingSystem.IsBrowser() && PrimaryHandler.TakesOverDecompression(handler),
        };
    }
}
