using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>Reads the JSON of a request, or refuses it. It is checked before any resource is looked up (assumed).</summary>
internal static class RequestBody
{
    /// <summary>Reads an object.</summary>
    public static bool TryReadObject(SandboxCall call, out JsonElement root, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        root = default;
        if (!HasJson(call, out refusal))
        {
            return false;
        }

        refusal = JsonBody.TryParseObject(call.Request.Body, out root, out var problem) ? null : Errors.InvalidPayload(call, problem!);
        return refusal is null;
    }

    /// <summary>Reads an array of at least one element.</summary>
    public static bool TryReadArray(
        SandboxCall call,
        [NotNullWhen(true)] out IReadOnlyList<JsonElement>? items,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        items = null;
        if (!HasJson(call, out refusal))
        {
            return false;
        }

        refusal = JsonBody.TryParseArray(call.Request.Body, out items, out var problem) ? null : Errors.InvalidPayload(call, problem!);
        return refusal is null;
    }

    /// <summary>Reads an array of at least one object.</summary>
    public static bool TryReadObjects(
        SandboxCall call,
        [NotNullWhen(true)] out IReadOnlyList<JsonElement>? items,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        if (TryReadArray(call, out items, out refusal) && items.Any(static item => item.ValueKind != JsonValueKind.Object))
        {
            refusal = Errors.InvalidPayload(call, "Payload must be an array of objects");
        }

        return refusal is null;
    }

    private static bool HasJson(SandboxCall call, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        refusal = MediaType.IsOrEmpty(call.Request, "application/json") ? null : Errors.UnsupportedMediaType();
        return refusal is null;
    }
}
