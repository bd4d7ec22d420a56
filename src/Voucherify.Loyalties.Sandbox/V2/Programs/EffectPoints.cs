using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Computes the points of the effects of earning rules.</summary>
internal static class EffectPoints
{
    /// <summary>Returns the points of an effect, and the part of it that says whose they are; null if it gives no points.</summary>
    public static (long Points, JsonElement Target)? Of(JsonElement effect, EarningFacts facts, Func<double, long> round)
    {
        if (JsonBody.TryFindObject(effect, "points", out var fixedPoints))
        {
            return fixedPoints.TryGetProperty("value", out var value) && JsonInteger.TryRead(value, out var points)
                ? (points, fixedPoints)
                : null;
        }

        return JsonBody.TryFindObject(effect, "points_proportional", out var proportional)
            ? (Proportional(proportional, facts, round), proportional)
            : null;
    }

    private static long Proportional(JsonElement json, EarningFacts facts, Func<double, long> round) =>
        JsonBody.FindString(json, "calculation_type") switch
        {
            "PRE_DISCOUNT_ORDER_AMOUNT" => OfNumber(json, "order", "amount", facts.Amount, round),
            "POST_DISCOUNT_ORDER_AMOUNT" => OfNumber(json, "order", "total_amount", facts.TotalAmount, round),
            "PRE_DISCOUNT_ORDER_ITEMS_AMOUNT" => OfItems(json, "amount", facts, round),
            "POST_DISCOUNT_ORDER_ITEMS_AMOUNT" => OfItems(json, "subtotal_amount", facts, round),
            "ORDER_ITEMS_QUANTITY" => OfItems(json, "quantity", facts, round),
            "ORDER_METADATA_VALUE" => OfMetadata(json, "order", facts.OrderMetadata, round),
            "CUSTOMER_METADATA_VALUE" => OfMetadata(json, "customer", facts.CustomerMetadata, round),
            "CUSTOM_EVENT_METADATA_VALUE" => OfMetadata(json, "custom_event", facts.EventMetadata, round),
            _ => 0,
        };

    private static long OfNumber(JsonElement json, string owner, string name, long number, Func<double, long> round) =>
        JsonBody.TryFindObject(json, owner, out var parent) && JsonBody.TryFindObject(parent, name, out var ratio)
            ? Multiply(ratio, number, round)
            : 0;

    private static long OfItems(JsonElement json, string name, EarningFacts facts, Func<double, long> round)
    {
        if (!JsonBody.TryFindObject(json, "order_items", out var parent) || !JsonBody.TryFindObject(parent, name, out var ratio))
        {
            return 0;
        }

        var wanted = Wanted(ratio);
        var sum = facts.Items.Where(item => wanted.Contains(item.ProductId ?? "") || wanted.Contains(item.SkuId ?? ""))
            .Aggregate((Int128)0, (total, item) => total + item.Number(name));
        return Multiply(ratio, (long)Int128.Clamp(sum, 0, JsonInteger.Largest), round);
    }

    private static HashSet<string> Wanted(JsonElement ratio) =>
        ratio.TryGetProperty("applicable_to", out var products) && products.ValueKind == JsonValueKind.Array
            ? products.EnumerateArray().Select(static product =>
                JsonBody.TryFindObject(product, JsonBody.FindString(product, "type") ?? "product", out var reference)
                    ? JsonBody.FindString(reference, "id") ?? string.Empty
                    : string.Empty)
                .Where(static id => id.Length > 0)
                .ToHashSet(StringComparer.Ordinal)
            : [];

    private static long OfMetadata(JsonElement json, string owner, JsonElement? metadata, Func<double, long> round) =>
        JsonBody.TryFindObject(json, owner, out var parent)
        && JsonBody.TryFindObject(parent, "metadata", out var ratio)
        && JsonBody.FindString(ratio, "property") is { } property
        && metadata is { } known
        && known.TryGetProperty(property, out var value)
        && JsonInteger.TryRead(value, out var number)
            ? Multiply(ratio, number, round)
            : 0;

    // For each full amount (documented for v1).
    private static long Multiply(JsonElement ratio, long number, Func<double, long> round)
    {
        if (!ratio.TryGetProperty("every", out var every) || !JsonInteger.TryRead(every, out var amount) || amount < 1
            || !ratio.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Number)
        {
            return 0;
        }

        var points = Math.Min((double)(Math.Max(0, number) / amount) * value.GetDouble(), JsonInteger.Largest);
        return round(points);
    }
}
