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
        return Receive(method, new(target, route, values ?? NoValues, faults.Plan(TargetOf(method, target), kind, canRefuse)));
    }

    /// <summary>Receives a request whose fault is known already.</summary>
    public IncomingRequest Receive(string method, string rawTarget, FaultPlan plan)
    {
        var target = RequestTarget.Parse(rawTarget);
        routes.TryFind(target.Segments, out var route, out var values);
        return Receive(method, new(target, route, values ?? NoValues, plan));
    }

    private IncomingRequest Receive(string method, IncomingRequest incoming)
    {
        // No request was sent if the connection was refused.
        if (incoming.Plan.Fault != SandboxFault.RefuseConnection)
        {
            var label = incoming.Route?.Label(method) ?? method + " (unknown path)";
            _counts[label] = _counts.GetValueOrDefault(label) + 1;
        }

        return incoming;
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
