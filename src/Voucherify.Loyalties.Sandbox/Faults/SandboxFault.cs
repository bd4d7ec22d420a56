namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// A way in which the sandbox misbehaves. "Carried out" means: handled as always, so that it has its effect (after the
/// lag) if it is a good request. What the client sees is the same on both hosts unless the text says otherwise.
/// </summary>
public enum SandboxFault
{
    /// <summary>
    /// The connection cannot be made: nothing is carried out and, in memory, the request's content is never read. A
    /// socket cannot be refused for one request: over a port it strikes, and counts, as <see cref="LoseRequest"/>.
    /// </summary>
    RefuseConnection = 0,

    /// <summary>The connection breaks after the request was sent. It is never carried out.</summary>
    LoseRequest = 1,

    /// <summary>The request is carried out, then the connection breaks before a byte of the answer.</summary>
    LoseReply = 2,

    /// <summary>
    /// The connection breaks at once, and the request is carried out between <see cref="SandboxFaults.MinLateDelivery"/>
    /// and <see cref="SandboxFaults.MaxLateDelivery"/> later, as if it had waited in a load balancer. Nobody gets its answer.
    /// </summary>
    DeliverLate = 3,

    /// <summary>There is never an answer, and the request is not carried out. It ends when the client gives up.</summary>
    HangBefore = 4,

    /// <summary>The request is carried out, but there is never an answer. It ends when the client gives up.</summary>
    HangAfter = 5,

    /// <summary>500 with the service's JSON error; not carried out.</summary>
    ServerErrorBefore = 6,

    /// <summary>500 with the service's JSON error; carried out.</summary>
    ServerErrorAfter = 7,

    /// <summary>502, 503 or 504 with an HTML page and without the service's headers; not carried out.</summary>
    GatewayErrorBefore = 8,

    /// <summary>502, 503 or 504 with an HTML page and without the service's headers; carried out.</summary>
    GatewayErrorAfter = 9,

    /// <summary>408; not carried out.</summary>
    RequestTimeoutBefore = 10,

    /// <summary>408; carried out.</summary>
    RequestTimeoutAfter = 11,

    /// <summary>429 of type <c>api_calls</c> with <c>Retry-After</c> and <c>X-Rate-Limit-Retry</c>; not carried out.</summary>
    Throttle = 12,

    /// <summary>429 of type <c>bulk_api_calls</c> with <c>X-Rate-Limit-Retry</c> as its only delay; not carried out.</summary>
    ThrottleBulk = 13,

    /// <summary>429 without a type and without any delay; not carried out.</summary>
    ThrottleUntyped = 14,

    /// <summary>429 of type <c>api_calls_cycle</c>: the calls of the billing cycle are used up; not carried out.</summary>
    ThrottleCycle = 15,

    /// <summary>Carried out, but the connection breaks in the middle of the answer's body. An answer without a body arrives whole.</summary>
    Truncate = 16,

    /// <summary>
    /// Carried out, but the body of the answer is an HTML page or half of its JSON. Its status stays, 200 for a success.
    /// An answer without a body stays as it is.
    /// </summary>
    Garble = 17,

    /// <summary>Carried out, but the answer has no body. Its status stays, 200 for a success.</summary>
    EmptyBody = 18,

    /// <summary>302 to another path; not carried out.</summary>
    Redirect = 19,

    /// <summary>
    /// Carried out, but the body of the answer takes <see cref="SandboxFaults.DripTime"/>: of the sandbox's clock in
    /// memory, of real time over a port.
    /// </summary>
    Drip = 20,

    /// <summary>
    /// The effect of a write comes later than <see cref="LoyaltySandboxOptions.ApplyLag"/> by between
    /// <see cref="SandboxFaults.MinExtraLag"/> and <see cref="SandboxFaults.MaxExtraLag"/>, so that two writes can be
    /// applied in reverse order. It never strikes a read, and is drawn apart from the others: it may come on top of one.
    /// </summary>
    ExtraLag = 21,

    /// <summary>401 with the service's JSON error, as if the key or the token had just been withdrawn; not carried out.</summary>
    Unauthorized = 22,

    /// <summary>402 with the service's JSON error: the plan has ended; not carried out.</summary>
    PaymentRequired = 23,

    /// <summary>409 with the service's JSON error, as for something that exists already; not carried out.</summary>
    Conflict = 24,

    /// <summary>501 with the service's JSON error; not carried out.</summary>
    NotImplemented = 25,
}
