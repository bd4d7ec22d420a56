using System.Net;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// Follows the lookups of a call. A refused lookup ends the search, because the next one would be refused too. One that only failed does
/// not, as long as there is time.
/// </summary>
internal sealed class Lookups
{
    private bool _wasRefused;
    private bool _hasFailed;

    /// <summary>Whether a request followed a refused lookup.</summary>
    public bool WentOn { get; private set; }

    /// <summary>Whether the last request was a lookup that failed, and the next one may succeed.</summary>
    public bool HasOnlyFailed => _hasFailed && !_wasRefused;

    /// <summary>When the first request of the call was sent.</summary>
    public TimeSpan? BeganAt { get; private set; }

    /// <summary>Notes a request of the call, or a request for a token, which is for all calls.</summary>
    public void Send(TimeSpan now, bool isForToken)
    {
        BeganAt ??= now;
        WentOn |= _wasRefused && !isForToken;
        _hasFailed = false;
    }

    /// <summary>Notes the response to a lookup.</summary>
    public void Receive(HttpStatusCode status)
    {
        _wasRefused |= status is HttpStatusCode.PaymentRequired
            or HttpStatusCode.Forbidden
            or HttpStatusCode.NotFound
            or HttpStatusCode.Conflict
            or HttpStatusCode.RequestEntityTooLarge;
        _hasFailed = status >= HttpStatusCode.InternalServerError;
    }
}
