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

    /// <summary>500 with the service's JSON error and its <c>v-...</c> request id; not executed.</summary>
    ServerErrorBefore = 6,

    /// <summary>500 with the service's JSON error and its <c>v-...</c> request id; executed.</summary>
    ServerErrorAfter = 7,

    /// <summary>502, 503 or 504 with an HTML page and without the service's headers; not executed.</summary>
    GatewayErrorBefore = 8,

    /// <summary>502, 503 or 504 with an HTML page and without the service's headers; executed.</summary>
    GatewayErrorAfter = 9,

    /// <summary>408 with the service's JSON error and its <c>v-...</c> request id; not executed.</summary>
    RequestTimeoutBefore = 10,

    /// <summary>408 with the service's JSON error and its <c>v-...</c> request id; executed.</summary>
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

    /// <summary>
    /// A transaction appears in lists and exports <see cref="SandboxFaults.MinExtraListLag"/> to
    /// <see cref="SandboxFaults.MaxExtraListLag"/> later than <see cref="LoyaltySandboxOptions.ListLag"/>, so that later transactions
    /// can be listed before it. Like <see cref="ExtraLag"/>, it strikes only writes, and may strike in addition to another fault.
    /// </summary>
    ExtraListLag = 26,

    /// <summary>
    /// 502, 503 or 504 with the JSON of a gateway: a message and a request id, which is not of the service's form. Not executed.
    /// </summary>
    GatewayJsonErrorBefore = 27,

    /// <summary>
    /// 502, 503 or 504 with the JSON of a gateway: a message and a request id, which is not of the service's form. Executed.
    /// </summary>
    GatewayJsonErrorAfter = 28,

    /// <summary>500 with the JSON of a gateway: a code and a message, without the service's headers; not executed.</summary>
    GatewayServerErrorBefore = 29,

    /// <summary>500 with the JSON of a gateway: a code and a message, without the service's headers; executed.</summary>
    GatewayServerErrorAfter = 30,

    /// <summary>403, 404 or 413 with an HTML page, as a firewall, a wrong host or a proxy responds; not executed.</summary>
    GatewayRejectionBefore = 31,

    /// <summary>403, 404 or 413 with an HTML page, as a firewall, a wrong host or a proxy responds; executed.</summary>
    GatewayRejectionAfter = 32,

    /// <summary>
    /// 200 with the response of another request: the balance of another card after other points, in v2 a transaction of another card
    /// with other points. The request is not executed. It strikes only adjustments.
    /// </summary>
    MisroutedResponseBefore = 33,

    /// <summary>
    /// 200 with the response of another request: the balance of another card after other points, in v2 a transaction of another card
    /// with other points. The request is executed. It strikes only adjustments.
    /// </summary>
    MisroutedResponseAfter = 34,

    /// <summary>200, but the body is an error that also has a <c>balance</c>; not executed.</summary>
    ErrorBodyBefore = 35,

    /// <summary>200, but the body is an error that also has a <c>balance</c>; executed.</summary>
    ErrorBodyAfter = 36,

    /// <summary>
    /// Executed. A property of the response that does not matter (<c>related_object</c>, or else <c>metadata</c>, in v2 that of the
    /// transaction) is an empty array instead of an object. It strikes only writes.
    /// </summary>
    OddProperty = 37,

    /// <summary>The list is in ascending order, whatever the request asks for. It strikes only lists of transactions.</summary>
    AscendingList = 38,

    /// <summary>
    /// The list has no <c>has_more</c>; <c>more_starting_after</c> is there if more rows follow. It strikes only lists of transactions of
    /// the v1 API.
    /// </summary>
    MissingHasMore = 39,

    /// <summary>
    /// The list comes from a cache, which ignores what the request says about it: it is as it was
    /// <see cref="SandboxFaults.MinListAge"/> to <see cref="SandboxFaults.MaxListAge"/> ago. <c>Age</c> says so, and
    /// <c>Date</c> may say so too. It strikes only lists of transactions.
    /// </summary>
    CachedList = 40,

    /// <summary>
    /// The list is as it was <see cref="SandboxFaults.MinListAge"/> to <see cref="SandboxFaults.MaxListAge"/> ago, and only
    /// <c>Date</c> says so. It strikes only lists of transactions.
    /// </summary>
    StaleList = 41,

    /// <summary>
    /// The list shows every <c>source_id</c> otherwise than it was sent: in lower case, trimmed, without its last character, or null.
    /// It strikes only lists of transactions of the v1 API.
    /// </summary>
    AlteredSourceId = 42,

    /// <summary>
    /// Executed. The response has no <c>Date</c>. Over a port, its value cannot be read as a date.
    /// </summary>
    MissingDate = 43,

    /// <summary>Executed. The <c>Date</c> of the response is one to five minutes ahead.</summary>
    WrongDate = 44,

    /// <summary>407 with the HTML page of a proxy, which passes nothing on without credentials of its own; not executed.</summary>
    ProxyAuthenticationRequired = 45,

    /// <summary>
    /// The response of a gateway that has given up, or rejected the request: 502, 503 or 504 with JSON or an HTML page, 500 with JSON,
    /// 408 with JSON and a <c>v-...</c> request id, or 403, 404 or 413 with an HTML page. The request is executed later, after
    /// <see cref="SandboxFaults.MinLateDelivery"/> to <see cref="SandboxFaults.MaxLateDelivery"/>.
    /// </summary>
    GatewayErrorLate = 46,

    /// <summary>403 with the service's JSON error, as if the key had just lost a permission; not executed.</summary>
    Forbidden = 47,

    /// <summary>
    /// Executed. The transaction disappears from lists when its processing begins, and comes back
    /// <see cref="SandboxFaults.MinExtraListLag"/> to <see cref="SandboxFaults.MaxExtraListLag"/> later. It strikes only
    /// movements of points of the v2 API.
    /// </summary>
    HideRow = 48,

    /// <summary>
    /// Executed. The transaction stays <c>PENDING</c> for <see cref="SandboxFaults.StallTime"/> longer, and later transactions of its card
    /// wait for it. It strikes only movements of points of the v2 API.
    /// </summary>
    StallPending = 49,

    /// <summary>
    /// Executed, but the transaction ends as <c>REJECTED</c>, although it could have been applied. It strikes only movements of
    /// points of the v2 API.
    /// </summary>
    RejectLate = 50,

    /// <summary>
    /// The service has forgotten its cursors: a request with one gets 400 <c>invalid_or_expired_cursor</c>, and one that the response
    /// contains is not accepted later. It strikes only lists of transactions of the v2 API.
    /// </summary>
    ExpireCursors = 51,

    /// <summary>
    /// Executed, but the <c>reason</c> that is stored is not the one that was sent: its last character or its second half is missing, it
    /// is null, or it is escaped as in HTML. It strikes only movements of points of the v2 API.
    /// </summary>
    AlterReason = 52,

    /// <summary>
    /// Executed, but the transaction is applied <see cref="SandboxFaults.MinExtraLag"/> to <see cref="SandboxFaults.MaxExtraLag"/> later
    /// than usual, and later transactions of its card do not wait for it. It strikes only movements of points of the v2 API.
    /// </summary>
    Reorder = 53,
}
