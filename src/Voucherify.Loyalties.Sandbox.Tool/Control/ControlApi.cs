using System.Globalization;
using Voucherify.Loyalties.Sandbox.Hosting;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>The control API: who may use it, and which route a request is for.</summary>
internal sealed class ControlApi : IControlApi
{
    private const string Prefix = "/_sandbox";

    private readonly IReadOnlyList<Route> _routes;
    private readonly RouteTable _table;
    private readonly ControlAccess _access;
    private readonly IControlledSandbox _sandbox;

    public ControlApi(ControlAccess access, IControlledSandbox sandbox)
    {
        (_access, _sandbox) = (access, sandbox);
        _routes = ControlRoutes.Build(sandbox);
        _table = new RouteTable(_routes);
    }

    public bool Serves(string target) => target.StartsWith(Prefix, StringComparison.Ordinal)
        && (target.Length == Prefix.Length || target[Prefix.Length] is '/' or '?');

    public SandboxResponse Handle(SandboxRequest request)
    {
        var response = _access.Refuse(request) ?? Dispatch(request);
        return response.With(
        [
            new("Date", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture)),
            new("Cache-Control", "no-store"),
        ]);
    }

    private SandboxResponse Dispatch(SandboxRequest request)
    {
        var target = RequestTarget.Parse(request.Target);
        if (!_table.TryFind(target.Segments, out var route, out var values))
        {
            return ControlErrors.Of(404, $"There is no such route. There are: {string.Join(", ", _routes.SelectMany(Labels))}.");
        }

        if (route.FindHandler(request.Method) is not { } handler)
        {
            return ControlErrors.Of(405, $"The route has {string.Join(", ", Labels(route))}.");
        }

        // A page of another origin could send every other type without asking.
        if (!MediaType.IsOrEmpty(request, "application/json"))
        {
            return ControlErrors.Of(415, "The body must be JSON, and the request must say so: Content-Type: application/json.");
        }

        if (request.Body.Length > Errors.LargestBody)
        {
            return ControlErrors.Of(413, $"The body has more than {Errors.LargestBody} bytes.");
        }

        var effect = new EffectTiming(_sandbox.Now, TimeSpan.Zero);
        var call = new SandboxCall(request, target, Id: "", effect.AppliedAt) { RouteValues = values, Effect = effect };
        return Run(handler, call);
    }

    private static SandboxResponse Run(Func<SandboxCall, SandboxResponse> handler, SandboxCall call)
    {
        try
        {
            return handler(call);
        }
        catch (SandboxSeedException problem)
        {
            return ControlErrors.Of(problem);
        }
        catch (ControlInputException invalid)
        {
            return ControlErrors.Of(400, invalid.Message);
        }
        catch (KeyNotFoundException missing)
        {
            return ControlErrors.Of(404, missing.Message);
        }
    }

    private static IEnumerable<string> Labels(Route route) => route.Methods.Select(route.Label);
}
