namespace Voucherify.Loyalties.Calls;

/// <summary>How a call is made: with which credentials, to which address, for how long, and for which caller.</summary>
internal readonly record struct CallSettings(
    Authenticator Authenticator,
    Uri BaseAddress,
    TimeSpan TotalTimeout,
    RequestOptions? Options,
    CancellationToken CallerToken)
{
    /// <summary>Whether requests carry the caller's trace state and baggage.</summary>
    public bool PropagatesFullTraceContext { get; init; }
}
