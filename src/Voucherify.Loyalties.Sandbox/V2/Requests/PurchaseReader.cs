using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the requests that buy rewards.</summary>
internal static class PurchaseReader
{
    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal) { "reward_id", "mode" };

    public static bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out string? rewardId,
        out bool isDryRun,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (rewardId, isDryRun) = (null, false);
        if (!ClosedBody.TryRead(call, Properties, out var root, out refusal))
        {
            return false;
        }

        (isDryRun, var problem) = TransactionMode.Read(root);
        rewardId = JsonBody.FindString(root, "reward_id");
        problem ??= rewardId is null ? JsonBody.MissingProperty("reward_id") : null;
        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return problem is null && rewardId is not null;
    }
}
