namespace Voucherify.Loyalties.Internal;

/// <summary>What the runtime must know about an operation. The instances are generated from our OpenAPI document.</summary>
/// <param name="Id">The vendor's operation id.</param>
/// <param name="Name">The name of the client's method, without <c>Async</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route template: a name of low cardinality for logs and traces.</param>
/// <param name="Idempotency">What a repeat does.</param>
internal sealed record LoyaltyOperation(
    string Id,
    string Name,
    HttpMethod Method,
    string Route,
    Idempotency Idempotency)
{
    /// <summary>Moves points of cards, so calls for one card keep their order.</summary>
    public bool MovesPoints { get; init; }

    /// <summary>Whether the call proves who it is with the application key even when others use an access token: the calls that buy tokens.</summary>
    public bool NeedsAppKey { get; init; }

    /// <summary>The number of slashes in <see cref="Route"/>: a request with another number left its path segments.</summary>
    public int Segments { get; } = Route.AsSpan().Count('/');
}
