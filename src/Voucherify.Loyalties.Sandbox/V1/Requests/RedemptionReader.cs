using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>The parts of a request to redeem a reward.</summary>
internal static class RedemptionReader
{
    /// <summary>Returns the id of the reward, or null if there is none.</summary>
    public static string? FindRewardId(JsonElement root) =>
        JsonBody.TryFindObject(root, "reward", out var reward) && JsonBody.FindString(reward, "id") is { Length: > 0 } id ? id : null;

    /// <summary>Whether the request says how many points to pay.</summary>
    public static bool NamesPoints(JsonElement root) =>
        JsonBody.TryFindObject(root, "reward", out var reward)
        && reward.TryGetProperty("points", out var points)
        && points.ValueKind != JsonValueKind.Null;

    public static JsonElement? FindMetadata(JsonElement root) =>
        JsonBody.TryFindObject(root, "metadata", out var metadata) ? metadata : null;
}
