using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>A request whose body has not been read yet, and what will happen to it.</summary>
/// <param name="Target">Its path and query, decoded.</param>
/// <param name="Route">The route that matches, or null.</param>
/// <param name="RouteValues">The parts of the path that the route names.</param>
/// <param name="Plan">The fault that strikes it, if any.</param>
internal sealed record IncomingRequest(
    RequestTarget Target,
    Route? Route,
    IReadOnlyDictionary<string, string> RouteValues,
    FaultPlan Plan);
