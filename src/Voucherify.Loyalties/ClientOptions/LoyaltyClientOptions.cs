using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties;

/// <summary>
/// How a <see cref="LoyaltyClient"/> reaches Voucherify and how long it tries.
/// Checked when the client is made (with dependency injection: when the host starts).
/// </summary>
public sealed class LoyaltyClientOptions
{
    /// <summary>The installation that holds the project. Default: <see cref="VoucherifyCluster.Europe"/>.</summary>
    public VoucherifyCluster Cluster { get; set; } = VoucherifyCluster.Europe;

    /// <summary>What proves who calls. Required; there is no default.</summary>
    public LoyaltyCredentials? Credentials { get; set; }

    /// <summary>
    /// The time one attempt may take: getting a token, sending, and reading the whole answer.
    /// For a download: until the answer begins, and again for each read of it.
    /// Default: 10 seconds. Must not be longer than <see cref="TotalTimeout"/>.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = LoyaltyClientDefaults.AttemptTimeout;

    /// <summary>
    /// The time a call may take with all its retries and the waits between them.
    /// Default: 60 seconds. <see cref="RequestOptions.Timeout"/> changes it for one call.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = LoyaltyClientDefaults.TotalTimeout;

    /// <summary>
    /// The longest answer that is read into memory, in bytes after decompression; errors included, and the file of a download excluded.
    /// A longer one ends a read with <see cref="LoyaltyResponseException"/> and leaves the outcome of a change unknown.
    /// Default: 10 MiB (10,485,760). From 64 KiB to 1 GiB.
    /// </summary>
    public int MaxResponseBytes { get; set; } = LoyaltyClientDefaults.MaxResponseBytes;

    /// <summary>When and how often a call is tried again.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>How calls that move the points of one card keep their order.</summary>
    public OrderingOptions Ordering { get; set; } = new();

    /// <summary>How a change whose outcome is unknown is looked for.</summary>
    public ReconciliationOptions Reconciliation { get; set; } = new();

    /// <summary>The clock of all timeouts, waits and token lifetimes. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where the client writes its log entries, under the category <c>Voucherify.Loyalties</c>.
    /// Default: <see langword="null"/>, which means nowhere; with dependency injection the container's.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
