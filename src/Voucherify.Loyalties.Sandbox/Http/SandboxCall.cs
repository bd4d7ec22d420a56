using Voucherify.Loyalties.Sandbox.Faults;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>A request on its way through the sandbox, with what is known about it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Target">Its path and query, decoded.</param>
/// <param name="Id">The request id, <c>v-...</c>.</param>
/// <param name="Now">When it arrived, by the sandbox's clock.</param>
internal sealed record SandboxCall(SandboxRequest Request, RequestTarget Target, string Id, DateTimeOffset Now)
{
    /// <summary>The parts of the path that the route names.</summary>
    public required IReadOnlyDictionary<string, string> RouteValues { get; init; }

    /// <summary>When its effect becomes visible.</summary>
    public required EffectTiming Effect { get; init; }

    /// <summary>The fault that strikes it, if any. A handler needs to know only those that change what is stored.</summary>
    public FaultPlan Plan { get; init; }

    /// <summary>Lists have the rows that were listed by this time.</summary>
    public DateTimeOffset SnapshotAt { get; init; } = Now;

    /// <summary>Returns the query parameter with the given name, or null.</summary>
    public string? Query(string name) => Target.Query.Find(name);

    /// <summary>Returns every value of the query parameter with the given name.</summary>
    public IEnumerable<string> QueryAll(string name) => Target.Query.FindAll(name);
}
