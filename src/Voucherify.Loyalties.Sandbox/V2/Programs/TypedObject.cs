using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Checks objects whose <c>type</c> says which other property they have (documented).</summary>
internal static class TypedObject
{
    /// <summary>Returns what is wrong with a property, or null. An absent one, and one that is null, are right.</summary>
    /// <param name="root">The body.</param>
    /// <param name="name">The property.</param>
    /// <param name="types">The types, each with the property that it needs, or null.</param>
    public static string? Check(JsonElement root, string name, params (string Type, string? Needs)[] types)
    {
        if (!root.TryGetProperty(name, out var json) || json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return $"Property .{name} must be object";
        }

        var type = JsonBody.FindString(json, "type");
        var (known, needs) = Array.Find(types, candidate => candidate.Type == type);
        if (known is null)
        {
            return $"Property .{name}.type must be equal to one of the allowed values";
        }

        var others = types.Select(static candidate => candidate.Needs).Where(other => other is not null && other != needs);
        return (needs is not null && !HasValue(json, needs)) || others.Any(other => HasValue(json, other!))
            ? $"Property .{name} must have exactly the property that its type names"
            : null;
    }

    private static bool HasValue(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}
