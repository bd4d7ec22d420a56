namespace Voucherify.Loyalties.Calls;

/// <summary>What the runtime must know about an operation. The instances are generated from our OpenAPI documents.</summary>
/// <param name="Id">The vendor's operation id.</param>
/// <param name="Name">The name of the client's method, without <c>Async</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route template: a name of low cardinality for logs and traces.</param>
/// <param name="Idempotency">What a repeat does.</param>
internal record Operation(
    string Id,
    string Name,
    HttpMethod Method,
    string Route,
    Idempotency Idempotency)
{
    private readonly string? _spanName;

    /// <summary>Whether the operation moves the points of a card, so that its calls must keep their order.</summary>
    public bool MovesPoints { get; init; }

    /// <summary>
    /// Whether the call authenticates with the application key even when other calls use an access token: the calls that request tokens.
    /// </summary>
    public bool NeedsAppKey { get; init; }

    /// <summary>The name of the span of a call: the method and the route, unless the operation has a name.</summary>
    public string SpanName
    {
        get => _spanName ?? $"{Method.Method} {Route}";
        init => _spanName = value;
    }

    /// <summary>
    /// The number of slashes in <see cref="Route"/>: a request with a different number no longer has the segments of its route.
    /// </summary>
    public int Segments { get; } = Route.AsSpan().Count('/');
}
