using System.Diagnostics.CodeAnalysis;

namespace Voucherify.Loyalties.Sandbox.Routing;

/// <summary>All routes. The first match wins, so a fixed segment must come before an id in the same place.</summary>
internal sealed class RouteTable(IReadOnlyList<Route> routes)
{
    public bool TryFind(
        IReadOnlyList<string> path,
        [NotNullWhen(true)] out Route? route,
        [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        foreach (var candidate in routes)
        {
            if (candidate.Match(path) is { } match)
            {
                (route, values) = (candidate, match);
                return true;
            }
        }

        (route, values) = (null, null);
        return false;
    }
}
