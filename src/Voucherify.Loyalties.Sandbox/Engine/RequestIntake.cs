using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>Receives the first line of each request: finds its route, counts it and plans its fault.</summary>
internal sealed class RequestIntake(RouteTable routes)
{
    private static readonly Dictionary<string, string> NoValues = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IncomingRequest Receive(string method, string rawTarget, bool canRefuse, SandboxFaults faults)
    {
        var target = RequestTarget.Parse(rawTarget);
        routes.TryFind(target.Segments, out var route, out var values);
        var kind = route?.KindOf(method) ?? RequestKind.Other;
        var plan = faults.Plan(TargetOf(method, target), kind, canRefuse);

        // No request was sent if the connection was refused.
        if (plan.Fault != SandboxFault.RefuseConnection)
        {
            var label = route?.Label(method) ?? method + " (unknown path)";
            _counts[label] = _counts.GetValueOrDefault(label) + 1;
        }

        return new IncomingRequest(target, route, values ?? NoValues, plan);
    }

    /// <summary>Returns a copy of how often each method and route was requested.</summary>
    public IReadOnlyDictionary<string, int> Counts() => new Dictionary<string, int>(_counts, StringComparer.Ordinal);

    private static SandboxFaultTargets TargetOf(string method, RequestTarget target) => (method, target.Segments) switch
    {
        (_, ["v1", "oauth", ..]) => SandboxFaultTargets.Tokens,
        ("GET" or "HEAD", _) => SandboxFaultTargets.Reads,
        _ => SandboxFaultTargets.Writes,
    };
}
