using Voucherify.Loyalties.Authentication;

namespace Voucherify.Loyalties.Internal;

/// <summary>How a call is made: as whom, where to, how long, for whom.</summary>
internal readonly record struct CallSettings(Authenticator Authenticator, Uri BaseAddress, RetryOptions Retry, TimeSpan TotalTimeout, CancellationToken CallerToken)
{
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public CallSubject? Subject { get; init; }
}
