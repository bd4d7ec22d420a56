namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>A request on its way through the engine, with what was found out about it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Target">Its path and query, decoded.</param>
/// <param name="Id">The request id, <c>v-...</c>.</param>
/// <param name="Now">When it arrived, by the sandbox's clock.</param>
internal sealed record SandboxCall(SandboxRequest Request, RequestTarget Target, string Id, DateTimeOffset Now)
{
    /// <summary>The parts of the path that the route names.</summary>
    public required IReadOnlyDictionary<string, string> RouteValues { get; init; }

    /// <summary>When its effects are applied.</summary>
    public required DateTimeOffset EffectAt { get; init; }
}
