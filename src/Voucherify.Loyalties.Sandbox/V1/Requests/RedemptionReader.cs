using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads a request to redeem a reward.</summary>
internal sealed class RedemptionReader(V1Store store)
{
    /// <summary>Returns the id of the reward, or null if there is none.</summary>
    public static string? FindRewardId(JsonElement root) =>
        JsonBody.TryFindObject(root, "reward", out var reward) && JsonBody.FindString(reward, "id") is { Length: > 0 } id ? id : null;

    /// <summary>Whether the request says how many points to pay.</summary>
    public static bool NamesPoints(JsonElement root) =>
        JsonBody.TryFindObject(root, "reward", out var reward)
        && reward.TryGetProperty("points", out var points)
        && points.ValueKind != JsonValueKind.Null;

    /// <summary>Creates the redemption. Its order is that of the request, or one that costs nothing (assumed).</summary>
    public StoredRedemption Read(JsonElement root, Card card, PricedReward reward)
    {
        return new StoredRedemption(
            store.Ids.NextRedemptionId(),
            reward,
            ReadOrder(root),
            store.Customers.Find(card.HolderId),
            JsonBody.TryFindObject(root, "metadata", out var metadata) ? metadata : null);
    }

    private Order ReadOrder(JsonElement root)
    {
        if (!JsonBody.TryFindObject(root, "order", out var order))
        {
            return store.Orders.CreateForRedemption(amount: default, sourceId: null, known: null);
        }

        var sourceId = JsonBody.FindString(order, "source_id");
        var known = store.Orders.Find(JsonBody.FindString(order, "id")) ?? store.Orders.Find(sourceId);
        var amount = order.TryGetProperty("amount", out var json) && JsonInteger.TryRead(json, out var gross)
            ? new OrderAmount(gross, Discount: 0)
            : known?.Amount ?? default;
        return store.Orders.CreateForRedemption(amount, sourceId, known);
    }
}
