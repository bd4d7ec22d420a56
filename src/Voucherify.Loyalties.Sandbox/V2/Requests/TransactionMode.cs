using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads whether a request only asks what would happen.</summary>
internal static class TransactionMode
{
    /// <summary>Returns whether a body asks for a dry run, and what is wrong with it. Without a mode, it does not (documented).</summary>
    public static (bool IsDryRun, string? Problem) Read(JsonElement root)
    {
        if (!root.TryGetProperty("mode", out var json) || json.ValueKind == JsonValueKind.Null)
        {
            return (false, null);
        }

        return JsonBody.FindString(root, "mode") switch
        {
            "DRY_RUN" => (true, null),
            "TRANSACTION" => (false, null),
            _ => (false, "Property .mode must be equal to one of the allowed values [ TRANSACTION, DRY_RUN ]"),
        };
    }
}
