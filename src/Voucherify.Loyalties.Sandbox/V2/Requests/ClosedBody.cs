using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads bodies that may have no further properties (documented for the v2 API).</summary>
internal static class ClosedBody
{
    /// <summary>Reads an object with no other properties than the given ones.</summary>
    public static bool TryRead(
        SandboxCall call,
        IReadOnlySet<string> properties,
        out JsonElement root,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        if (!RequestBody.TryReadObject(call, out root, out refusal))
        {
            return false;
        }

        refusal = FindUnknown(root, properties) is { } problem ? Errors.InvalidPayload(call, problem) : null;
        return refusal is null;
    }

    /// <summary>Returns what is wrong with an object that has another property than the given ones, or null.</summary>
    public static string? FindUnknown(JsonElement root, IReadOnlySet<string> properties)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!properties.Contains(property.Name))
            {
                return $"Property .{property.Name} is not allowed";
            }
        }

        return null;
    }
}
