using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the policies of a refund. A request needs no body (documented).</summary>
internal static class RefundReader
{
    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal) { "policies" };
    private static readonly HashSet<string> Policies = new(StringComparer.Ordinal) { "refund", "stock" };

    public static bool TryRead(
        SandboxCall call, out bool isForced, out bool isWrittenOff, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (isForced, isWrittenOff, refusal) = (false, false, null);
        if (call.Request.Body.IsEmpty)
        {
            return true;
        }

        if (!ClosedBody.TryRead(call, Properties, out var root, out refusal))
        {
            return false;
        }

        if (!JsonBody.TryFindObject(root, "policies", out var policies))
        {
            return true;
        }

        var problem = ClosedBody.FindUnknown(policies, Policies) ?? Read(policies, "refund", "ALLOW", out isForced)
            ?? Read(policies, "stock", "WRITE_OFF", out isWrittenOff);
        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return refusal is null;
    }

    private static string? Read(JsonElement policies, string name, string special, out bool isSpecial)
    {
        var policy = JsonBody.FindString(policies, name) ?? "DEFAULT";
        isSpecial = policy == special;
        return isSpecial || policy == "DEFAULT" ? null : $"Property .policies.{name} must be equal to one of the allowed values";
    }
}
