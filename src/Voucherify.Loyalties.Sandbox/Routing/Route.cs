using System.Collections.Concurrent;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Routing;

/// <summary>A path template and what answers each of its methods.</summary>
internal sealed class Route(string template, RouteAccess access, string scope)
{
    private readonly string[] _template = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
    private readonly ConcurrentDictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<SandboxCall, SandboxResponse>> _handlers = new(StringComparer.Ordinal);

    public RouteAccess Access { get; } = access;

    /// <summary>The scope that opens this route; <c>api</c> opens every one (D).</summary>
    public string Scope { get; } = scope;

    public IReadOnlyCollection<string> Methods => _handlers.Keys;

    public Route On(string method, Func<SandboxCall, SandboxResponse> handler)
    {
        _handlers.Add(method, handler);
        return this;
    }

    public Func<SandboxCall, SandboxResponse>? Handler(string method) => _handlers.GetValueOrDefault(method);

    /// <summary>The name under which requests are counted: the method and the template.</summary>
    public string Label(string method) => _labels.GetOrAdd(method, static (name, path) => $"{name} {path}", template);

    /// <summary>The route values if the path fits, or null. An id is never empty.</summary>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (!Fits(path))
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

    private static bool IsName(string segment) => segment.StartsWith('{');

    private bool Fits(IReadOnlyList<string> path)
    {
        if (path.Count != _template.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Count; i++)
        {
            var fits = IsName(_template[i]) ? path[i].Length > 0 : string.Equals(_template[i], path[i], StringComparison.Ordinal);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
