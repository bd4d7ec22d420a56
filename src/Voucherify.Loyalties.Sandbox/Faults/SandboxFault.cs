namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// A way in which the sandbox misbehaves. "Executed" means: handled as usual, so that a valid request has its effect (after the
/// lag). The client sees the same on both hosts unless a description says otherwise.
/// </summary>
public enum SandboxFault
{
    /// <summary>
    /// The connection cannot be established: nothing is executed and, in memory, the content of the request is never read. A
    /// socket cannot refuse a single request: over a port this fault strikes, and counts, as <see cref="LoseRequest"/>.
    /// </summary>
    RefuseConnection = 0,

    /// <summary>The connection breaks after the request was sent. The request is never executed.</summary>
    LoseRequest = 1,

    /// <summary>The request is executed, then the connection breaks before the first byte of the response.</summary>
    LoseResponse = 2,

    /// <summary>
    /// The connection breaks at once. The request is executed later, after <see cref="SandboxFaults.MinLateDelivery"/> to
    /// <see cref="SandboxFaults.MaxLateDelivery"/>, as if a load balancer had held it back. Its response is lost.
    /// </summary>
    DeliverLate = 3,

    /// <summary>No response ever comes, and the request is not executed. The call ends when the client gives up.</summary>
    HangBefore = 4,

    /// <summary>The request is executed, but no response ever comes. The call ends when the client gives up.</summary>
    HangAfter = 5,

    /// <summary>500 with the service's JSON error; not executed.</summary>
    ServerErrorBefore = 6,

    /// <summary>500 with the service's JSON error; executed.</summary>
    ServerErrorAfter = 7,

    /// <summary>502, 503 or 504 with an HTML page and without the service's headers; not executed.</summary>
    GatewayErrorBefore = 8,

    /// <summary>502, 503 or 504 with an HTML page and without the service's headers; executed.</summary>
    GatewayErrorAfter = 9,

    /// <summary>408; not executed.</summary>
    RequestTimeoutBefore = 10,

    /// <summary>408; executed.</summary>
    RequestTimeoutAfter = 11,

    /// <summary>429 of type <c>api_calls</c> with <c>Retry-After</c> and <c>X-Rate-Limit-Retry</c>; not executed.</summary>
    Throttle = 12,

    /// <summary>429 of type <c>bulk_api_calls</c> with <c>X-Rate-Limit-Retry</c> as its only delay; not executed.</summary>
    ThrottleBulk = 13,

    /// <summary>429 without a type and without a delay; not executed.</summary>
    ThrottleUntyped = 14,

    /// <summary>429 of type <c>api_calls_cycle</c>: the calls of the billing cycle are used up; not executed.</summary>
    ThrottleCycle = 15,

    /// <summary>Executed, but the connection breaks in the middle of the response body. A response without a body arrives whole.</summary>
    Truncate = 16,

    /// <summary>
    /// Executed, but the response body is an HTML page or half of its JSON. The status stays, 200 for a success. A response
    /// without a body stays as it is.
    /// </summary>
    Garble = 17,

    /// <summary>Executed, but the response has no body. The status stays, 200 for a success.</summary>
    EmptyBody = 18,

    /// <summary>302 to another path; not executed.</summary>
    Redirect = 19,

    /// <summary>
    /// Executed, but the response body takes <see cref="SandboxFaults.DripTime"/> to arrive: by the sandbox's clock in memory, in
    /// real time over a port.
    /// </summary>
    Drip = 20,

    /// <summary>
    /// The effect of a write is applied <see cref="SandboxFaults.MinExtraLag"/> to <see cref="SandboxFaults.MaxExtraLag"/> later
    /// than <see cref="LoyaltySandboxOptions.ApplyLag"/>, so that two writes can be applied in reverse order. It never strikes a
    /// read. It is drawn separately, so it may strike in addition to another fault.
    /// </summary>
    ExtraLag = 21,

    /// <summary>401 with the service's JSON error, as if the key or the token had just been revoked; not executed.</summary>
    Unauthorized = 22,

    /// <summary>402 with the service's JSON error, as if the plan had ended; not executed.</summary>
    PaymentRequired = 23,

    /// <summary>409 with the service's JSON error, as for a resource that already exists; not executed.</summary>
    Conflict = 24,

    /// <summary>501 with the service's JSON error; not executed.</summary>
    NotImplemented = 25,
}
