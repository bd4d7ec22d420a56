namespace Voucherify.Loyalties.Calls;

/// <summary>How a call is made: with which credentials, to which address, for how long, and for which caller.</summary>
internal readonly record struct CallSettings(
    Authenticator Authenticator,
    Uri BaseAddress,
    TimeSpan TotalTimeout,
    RequestOptions? Options,
    CancellationToken CallerToken)
{
    /// <summary>Whether the call returns as soon as the service has recorded its transaction.</summary>
    public bool ReturnsWhenRecorded => Options?.WaitUntil == WriteCompletion.Accepted;

    /// <summary>Whether requests carry the caller's trace state and baggage.</summary>
    public bool PropagatesFullTraceContext { get; init; }
}
