using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

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

    /// <summary>
    /// Returns what the order costs and the caller's id of it. Without an order, the reward gets one that costs nothing (assumed).
    /// </summary>
    public static (OrderAmount Amount, string? SourceId) ReadOrder(JsonElement root)
    {
        if (!JsonBody.TryFindObject(root, "order", out var order))
        {
            return default;
        }

        var amount = 0L;
        _ = order.TryGetProperty("amount", out var json) && JsonInteger.TryRead(json, out amount);
        return (new OrderAmount(amount, Discount: 0), JsonBody.FindString(order, "source_id"));
    }

    public static JsonElement? FindMetadata(JsonElement root) =>
        JsonBody.TryFindObject(root, "metadata", out var metadata) ? metadata : null;
}
