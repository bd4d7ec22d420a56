namespace Voucherify.Loyalties.Calls;

/// <summary>Everything that can happen to an attempt; each is a row of the <see cref="OutcomeTable"/>.</summary>
internal enum AttemptKind
{
    /// <summary>2xx with a readable response.</summary>
    Succeeded,

    /// <summary>The caller cancelled before any byte was sent.</summary>
    CancelledBeforeSend,

    /// <summary>The send guard refused the request.</summary>
    GuardRefused,

    /// <summary>No token could be obtained, or a user's handler failed, before any byte was sent.</summary>
    FailedBeforeSend,

    /// <summary>The rate limit is used up, and its next period begins too late: the client sent nothing.</summary>
    HeldBack,

    /// <summary>DNS, connecting, or TLS failed.</summary>
    ConnectFailed,

    /// <summary>The attempt timed out before any byte was sent.</summary>
    TimedOutBeforeSend,

    /// <summary>429 for the rate of calls, or for a limit that the service did not name.</summary>
    RateLimited,

    /// <summary>429 for the plan's total of calls: waiting does not help.</summary>
    CycleLimitReached,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>402.</summary>
    PaymentRequired,

    /// <summary>409, or 400 with the key <c>duplicate_source_id</c>: the original may be an earlier attempt.</summary>
    Duplicate,

    /// <summary>Any other 4xx except 408.</summary>
    ClientError,

    /// <summary>A 4xx or a page to a write that is not the service's: a proxy, a firewall or another host may have responded.</summary>
    ForeignResponse,

    /// <summary>407: the proxy passes nothing on without credentials of its own.</summary>
    ProxyRefused,

    /// <summary>408.</summary>
    RequestTimeout,

    /// <summary>3xx; redirects are never followed.</summary>
    Redirected,

    /// <summary>500, 502, 503, 504 and any other 5xx that may be temporary.</summary>
    ServerError,

    /// <summary>501 and 505: waiting will not help.</summary>
    NotImplemented,

    /// <summary>The attempt timed out after bytes were sent.</summary>
    TimedOut,

    /// <summary>The connection broke after bytes were sent.</summary>
    ConnectionLost,

    /// <summary>The caller cancelled after bytes were sent.</summary>
    CancelledInFlight,

    /// <summary>The connection broke in the middle of the body of a 2xx.</summary>
    BodyLost,

    /// <summary>A 2xx without its expected body.</summary>
    BodyEmpty,

    /// <summary>A 2xx whose body cannot be read as the response, or is too long.</summary>
    BodyUnreadable,
}
