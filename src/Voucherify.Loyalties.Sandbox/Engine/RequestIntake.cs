using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>Receives the first line of each request: finds its route, counts it and decides which fault strikes it.</summary>
internal sealed class RequestIntake(RouteTable routes)
{
    private static readonly Dictionary<string, string> NoValues = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _requests = new(StringComparer.Ordinal);

    public IncomingRequest Receive(string method, string rawTarget, bool canRefuse, SandboxFaults? faults)
    {
        var target = RequestTarget.Parse(rawTarget);
        routes.TryFind(target.Segments, out var route, out var values);
        var plan = faults?.Plan(KindOf(method, target), IsBalance(method, target), canRefuse) ?? default;

        // A refused connection carries no request.
        if (plan.Fault != SandboxFault.RefuseConnection)
        {
            var label = route?.Label(method) ?? method + " (unknown path)";
            _requests[label] = _requests.GetValueOrDefault(label) + 1;
        }

        return new IncomingRequest(target, route, values ?? NoValues, plan);
    }

    public IReadOnlyDictionary<string, int> Counts() => new Dictionary<string, int>(_requests, StringComparer.Ordinal);

    private static SandboxFaultTargets KindOf(string method, RequestTarget target) => (method, target.Segments) switch
    {
        (_, ["v1", "oauth", ..]) => SandboxFaultTargets.Tokens,
        ("GET" or "HEAD", _) => SandboxFaultTargets.Reads,
        _ => SandboxFaultTargets.Writes,
    };

    private static bool IsBalance(string method, RequestTarget target) => method is "POST" && target.Segments is
        ["v1", "loyalties", "members", _, "balance"] or ["v1", "loyalties", _, "members", _, "balance"];
}
