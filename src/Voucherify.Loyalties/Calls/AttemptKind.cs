namespace Voucherify.Loyalties.Calls;

/// <summary>Everything that can happen to an attempt; each is a row of the <see cref="OutcomeTable"/>.</summary>
internal enum AttemptKind
{
    /// <summary>2xx with a readable answer.</summary>
    Succeeded,

    /// <summary>The caller cancelled before any byte left.</summary>
    CancelledBeforeSend,

    /// <summary>The send guard said no.</summary>
    GuardRefused,

    /// <summary>There is no token, or a handler of the user's failed, before any byte left.</summary>
    FailedBeforeSend,

    /// <summary>The rate limit is used up, and its next period begins too late: the client did not even ask.</summary>
    HeldBack,

    /// <summary>DNS, connecting, or TLS failed.</summary>
    ConnectFailed,

    /// <summary>The attempt's time was over before any byte left.</summary>
    TimedOutBeforeSend,

    /// <summary>429 for the rate of calls, or for a limit that the service did not name.</summary>
    RateLimited,

    /// <summary>429 for the plan's total of calls: waiting does not help.</summary>
    CycleLimitReached,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>402.</summary>
    PaymentRequired,

    /// <summary>409, or 400 with the key <c>duplicate_source_id</c>: an earlier attempt may be the duplicate's first.</summary>
    Duplicate,

    /// <summary>Any other 4xx but 408.</summary>
    ClientError,

    /// <summary>408.</summary>
    RequestTimeout,

    /// <summary>3xx; redirects are never followed.</summary>
    Redirected,

    /// <summary>500, 502, 503, 504 and whatever else of 5xx may pass.</summary>
    ServerError,

    /// <summary>501 and 505: the server will not learn it by waiting.</summary>
    NotImplemented,

    /// <summary>The attempt's time was over after bytes had left.</summary>
    TimedOut,

    /// <summary>The connection broke after bytes had left.</summary>
    ConnectionLost,

    /// <summary>The caller cancelled after bytes had left.</summary>
    CancelledInFlight,

    /// <summary>The connection broke within the body of a 2xx.</summary>
    BodyLost,

    /// <summary>A 2xx without the body it should have.</summary>
    BodyEmpty,

    /// <summary>A 2xx whose body cannot be read as the answer, or is over-long.</summary>
    BodyUnreadable,
}
