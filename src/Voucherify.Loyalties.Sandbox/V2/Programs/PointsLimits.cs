using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Reads the limits of points of a card definition or an earning rule.</summary>
internal static class PointsLimits
{
    /// <summary>Returns the limits of a part, <c>global</c> or <c>transactions</c>.</summary>
    /// <param name="resource">The card definition or the earning rule.</param>
    /// <param name="part">The part.</param>
    /// <param name="kind">What is limited: <c>earning_limits</c> or <c>spending_limits</c>.</param>
    public static IEnumerable<JsonElement> Of(ConfigResource resource, string part, string kind = "earning_limits") =>
        resource.Properties.FindObject(kind) is { } limits
        && JsonBody.TryFindObject(limits, part, out var json)
        && json.TryGetProperty("limits", out var all)
        && all.ValueKind == JsonValueKind.Array
            ? all.EnumerateArray().Where(static limit => limit.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>Returns the most points that a limit allows, or null if it limits something else.</summary>
    public static long? MaxOf(JsonElement limit, string type)
    {
        if (JsonBody.FindString(limit, "type") != type)
        {
            return null;
        }

        var owner = JsonBody.TryFindObject(limit, "points", out var points) ? points : limit;
        return owner.TryGetProperty("max", out var max) && JsonInteger.TryRead(max, out var number) ? number : null;
    }
}
