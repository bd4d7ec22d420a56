using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Calls;

/// <summary>An operation whose success is a JSON body.</summary>
/// <param name="Id">The vendor's operation id.</param>
/// <param name="Name">The name of the client's method, without <c>Async</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route template.</param>
/// <param name="Idempotency">What a repeat does.</param>
/// <param name="ResponseType">How to read the response.</param>
internal sealed record Operation<TResponse>(
    string Id,
    string Name,
    HttpMethod Method,
    string Route,
    Idempotency Idempotency,
    JsonTypeInfo<TResponse> ResponseType) : Operation(Id, Name, Method, Route, Idempotency)
    where TResponse : class
{
    /// <summary>Whether a response has its essential member; null if any response is acceptable.</summary>
    public Func<TResponse, bool>? IsComplete { get; init; }
}
