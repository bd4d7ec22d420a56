using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the body that asks what an order would earn: the customer, and the order.</summary>
internal sealed class EstimateReader(V1Store store)
{
    public bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out CustomerReference? customer,
        out OrderAmount amount,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (customer, amount) = (null, default);
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        if (!CustomerReference.TryRead(root, out customer, out var problem) || !TryReadAmount(root, out amount, out problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }

        return refusal is null;
    }

    // The data of the request take precedence over a known order (documented). Without an amount, the items add up to it (assumed). An
    // order that has neither costs nothing, so only rules with fixed points count (assumed).
    private bool TryReadAmount(JsonElement root, out OrderAmount amount, out string? problem)
    {
        (amount, problem) = (default, null);
        if (!JsonBody.TryFindObject(root, "order", out var order))
        {
            problem = JsonBody.MissingProperty("order");
            return false;
        }

        var known = store.Orders.Find(JsonBody.FindString(order, "id")) ?? store.Orders.Find(JsonBody.FindString(order, "source_id"));
        var gross = FindNumber(order, "amount") ?? FindItemsAmount(order) ?? known?.Amount.Gross;
        if (gross is null && order.TryGetProperty("amount", out var unreadable) && unreadable.ValueKind != JsonValueKind.Null)
        {
            problem = "Property .order.amount must be integer";
            return false;
        }

        amount = new OrderAmount(gross ?? 0, FindNumber(order, "discount_amount") ?? known?.Amount.Discount ?? 0);
        return true;
    }

    private static long? FindItemsAmount(JsonElement order) =>
        order.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0
            ? (long)Math.Clamp(items.EnumerateArray().Sum(AmountOf), -JsonInteger.Largest, JsonInteger.Largest)
            : null;

    private static decimal AmountOf(JsonElement item) =>
        FindNumber(item, "amount") ?? Multiply(FindNumber(item, "price") ?? 0, FindNumber(item, "quantity") ?? 1);

    private static long Multiply(long price, long quantity) =>
        (long)Int128.Clamp((Int128)price * quantity, -JsonInteger.Largest, JsonInteger.Largest);

    private static long? FindNumber(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && JsonInteger.TryRead(value, out var number)
            ? number
            : null;
}
