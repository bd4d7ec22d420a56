using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>Reads the JSON of a request, or says why it is refused. It is checked before anything is looked for (A).</summary>
internal static class RequestBody
{
    public static bool TryReadObject(SandboxCall call, out JsonElement root, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        root = default;
        if (!MediaType.IsOrEmpty(call.Request, "application/json"))
        {
            refusal = Errors.UnsupportedMediaType();
            return false;
        }

        refusal = JsonBody.TryParse(call.Request.Body, out root, out var problem) ? null : Errors.InvalidPayload(call, problem!);
        return refusal is null;
    }

    /// <summary>The same for an array of objects with at least one.</summary>
    public static bool TryReadObjects(
        SandboxCall call,
        [NotNullWhen(true)] out IReadOnlyList<JsonElement>? items,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        items = null;
        if (!MediaType.IsOrEmpty(call.Request, "application/json"))
        {
            refusal = Errors.UnsupportedMediaType();
            return false;
        }

        if (JsonBody.TryParseArray(call.Request.Body, out items, out var problem) && items.Any(item => item.ValueKind != JsonValueKind.Object))
        {
            problem = "Payload must be an array of objects";
        }

        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return refusal is null;
    }
}
