using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the body of an adjustment: <c>points</c>, <c>reason</c> and nothing else (documented).</summary>
internal static class PointsReader
{
    // The unit is not documented. UTF-16 counts at least as many as any other, so it is the strictest.
    private const int MaxReason = 255;

    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal) { "points", "reason" };

    public static bool TryRead(SandboxCall call, out long points, out string? reason, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (points, reason) = (0, null);
        if (!ClosedBody.TryRead(call, Properties, out var root, out refusal))
        {
            return false;
        }

        if (!JsonBody.TryReadInteger(root, "points", out points, out var problem)
            || !JsonBody.TryReadString(root, "reason", out reason, out problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }
        else if (root.TryGetProperty("reason", out var json) && json.ValueKind == JsonValueKind.Null)
        {
            // The document does not allow null (assumed: the service refuses it).
            refusal = Errors.InvalidPayload(call, "Property .reason must be string");
        }
        else if (reason?.Length > MaxReason)
        {
            refusal = Errors.InvalidPayload(call, $"Property .reason must not be longer than {MaxReason} characters");
        }

        return refusal is null;
    }
}
