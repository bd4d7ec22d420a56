using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Routing;

/// <summary>A path template and the handler of each of its methods.</summary>
internal sealed class Route
{
    private readonly string _path;
    private readonly string[] _template;
    private readonly Dictionary<string, Func<SandboxCall, SandboxResponse>> _handlers = new(StringComparer.Ordinal);
    private readonly RequestKind _kind;

    private Route(string path, RouteAccess access, string scope, RequestKind kind = RequestKind.Other)
    {
        _path = path;
        _template = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Access = access;
        Scope = scope;
        _kind = kind;
    }

    public RouteAccess Access { get; }

    /// <summary>
    /// The scope that opens the route. The scope <c>api</c> opens every route (documented). An empty one: no token opens it.
    /// </summary>
    public string Scope { get; }

    public IReadOnlyCollection<string> Methods => _handlers.Keys;

    /// <summary>Creates a route that only the key pair opens.</summary>
    public static Route ForKey(string path) => new(path, RouteAccess.KeyOnly, scope: "api");

    /// <summary>Creates a route that the key pair opens, or a token with the scope.</summary>
    public static Route ForScope(string scope, string path, RequestKind kind = RequestKind.Other) =>
        new(path, RouteAccess.KeyOrToken, scope, kind);

    /// <summary>Creates a route of the loyalties API.</summary>
    public static Route ForLoyalties(string path) => ForLoyalties(path, RequestKind.Other);

    /// <summary>Creates a route that adjusts a balance.</summary>
    public static Route ForAdjustments(string path) => ForLoyalties(path, RequestKind.Adjustment);

    /// <summary>Creates a route that lists transactions.</summary>
    public static Route ForTransactions(string path) => ForLoyalties(path, RequestKind.TransactionList);

    /// <summary>Adds the handler of a method.</summary>
    public Route On(string method, Func<SandboxCall, SandboxResponse> handler)
    {
        _handlers.Add(method, handler);
        return this;
    }

    /// <summary>Adds a method that only the real service supports: the sandbox returns 501.</summary>
    public Route OnUnsupported(string method) => On(method, call => Errors.RouteNotSupported(call, _path));

    public Func<SandboxCall, SandboxResponse>? FindHandler(string method) => _handlers.GetValueOrDefault(method);

    /// <summary>Returns what a request with the method is about.</summary>
    public RequestKind KindOf(string method) => _handlers.ContainsKey(method) ? _kind : RequestKind.Other;

    /// <summary>Returns the name under which requests are counted: the method and the path template.</summary>
    public string Label(string method) => $"{method} {_path}";

    /// <summary>Returns the route values if the path matches, or null. An id is never empty.</summary>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (!Matches(path))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Count; i++)
        {
            if (IsName(_template[i]))
            {
                values.Add(_template[i][1..^1], path[i]);
            }
        }

        return values;
    }

    private static Route ForLoyalties(string path, RequestKind kind) => new(path, RouteAccess.KeyOrToken, scope: "loyalties", kind);

    private static bool IsName(string segment) => segment.StartsWith('{');

    private bool Matches(IReadOnlyList<string> path)
    {
        if (path.Count != _template.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Count; i++)
        {
            var matches = IsName(_template[i]) ? path[i].Length > 0 : string.Equals(_template[i], path[i], StringComparison.Ordinal);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }
}
