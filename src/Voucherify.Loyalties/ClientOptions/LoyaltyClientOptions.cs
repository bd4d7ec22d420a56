using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// How a <see cref="LoyaltyClient"/> reaches Voucherify and how long it tries. Validated when the client is created (with dependency
/// injection: when the host starts).
/// </summary>
public sealed class LoyaltyClientOptions
{
    /// <summary>The installation that holds the project. Default: <see cref="VoucherifyCluster.Europe"/>.</summary>
    public VoucherifyCluster Cluster { get; set; } = VoucherifyCluster.Europe;

    /// <summary>The credentials of the client. Required; there is no default.</summary>
    public LoyaltyCredentials? Credentials { get; set; }

    /// <summary>
    /// The time that one attempt may take: getting a token, sending, and reading the whole response. For a download: the time until the
    /// response begins, and again for each read of it. Default: 10 seconds. Must not be longer than <see cref="TotalTimeout"/>.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = LoyaltyClientDefaults.AttemptTimeout;

    /// <summary>
    /// The time that a call may take, with all its retries and the delays between them. Default: 60 seconds.
    /// <see cref="RequestOptions.Timeout"/> overrides it for one call.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = LoyaltyClientDefaults.TotalTimeout;

    /// <summary>
    /// The longest response that is read into memory, in bytes after decompression. It applies to error responses too, but not to the file
    /// of a download. A longer response ends a read with <see cref="LoyaltyResponseException"/> and leaves the outcome of a write unknown.
    /// Default: 10 MiB (10,485,760). From 64 KiB to 1 GiB.
    /// </summary>
    public int MaxResponseBytes { get; set; } = LoyaltyClientDefaults.MaxResponseBytes;

    /// <summary>
    /// How long a connection may be idle and still be reused. Afterwards it is closed. Default: 50 seconds, because load balancers often
    /// close idle connections after 60 seconds, and a change that is sent at that moment has an unknown outcome. From 5 seconds to a day.
    /// It does not apply to your own primary handler.
    /// </summary>
    public TimeSpan PooledConnectionIdleTimeout { get; set; } = LoyaltyClientDefaults.PooledConnectionIdleTimeout;

    /// <summary>
    /// The number of connections that the client opens at most; a call beyond waits for one. Default: <see langword="null"/>, which means
    /// no limit: with HTTP/1.1, each call in flight has a connection of its own. 1 or more. It does not apply to your own primary handler.
    /// </summary>
    public int? MaxConnectionsPerServer { get; set; }

    /// <summary>
    /// Whether calls share connections by HTTP/2, if the service and everything in between offers it over TLS; otherwise they use HTTP/1.1.
    /// Default: <see langword="false"/>, because one broken connection makes the outcome of every change in flight unknown at once. A
    /// <see cref="HttpClient.DefaultRequestVersion"/> or <see cref="HttpClient.DefaultVersionPolicy"/> that you have configured counts
    /// instead.
    /// </summary>
    public bool UseHttp2 { get; set; }

    /// <summary>
    /// Whether requests carry the caller's <c>tracestate</c> and <c>baggage</c> beside <c>traceparent</c>. Both may contain what other
    /// parts of the program put there for each other, such as a user's id. Default: <see langword="false"/>.
    /// </summary>
    public bool PropagateFullTraceContext { get; set; }

    /// <summary>
    /// The value of the tag <c>voucherify.client</c>, which tells the clients of one program apart in spans and measurements. It must not
    /// be a secret. Default: <see langword="null"/>, which means no tag; with dependency injection, the name of the registration.
    /// </summary>
    public string? ClientName { get; set; }

    /// <summary>
    /// Called before each request is sent: retries, lookups and requests for tokens too, so that a program can count its calls exactly, and
    /// stop before a budget is used up. If it throws, the request is not sent; what was not sent before ends with that exception. It does
    /// not see what a handler of your own repeats. Default: <see langword="null"/>.
    /// </summary>
    public Func<LoyaltyAttempt, CancellationToken, ValueTask>? BeforeAttempt { get; set; }

    /// <summary>When and how often a call is retried.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>How calls that move the points of one card keep their order.</summary>
    public OrderingOptions Ordering { get; set; } = new();

    /// <summary>How a write whose outcome is unknown is searched for.</summary>
    public ReconciliationOptions Reconciliation { get; set; } = new();

    /// <summary>The clock of all timeouts, waits and token lifetimes. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where the client writes its log entries, under the category <c>Voucherify.Loyalties</c>. Default: <see langword="null"/>, which
    /// means nowhere; with dependency injection, the logger factory of the container.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
