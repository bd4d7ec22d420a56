namespace Voucherify.Loyalties.Calls;

/// <summary>How a call is made: as whom, where to, how long, for whom.</summary>
internal readonly record struct CallSettings(
    Authenticator Authenticator,
    Uri BaseAddress,
    TimeSpan TotalTimeout,
    IReadOnlyDictionary<string, string>? Headers,
    CancellationToken CallerToken);
