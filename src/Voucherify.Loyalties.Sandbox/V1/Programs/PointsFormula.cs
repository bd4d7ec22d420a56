using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>How many points an earning rule gives: fixed, or so many for every full amount of the order.</summary>
/// <param name="Kind"><c>FIXED</c>, or the calculation type of a proportional rule.</param>
/// <param name="Points">The points, or those for each <paramref name="Every"/>.</param>
/// <param name="Every">For how much, in minor currency units.</param>
/// <param name="IsComputed">Whether a formula of the service's own language decides instead.</param>
internal sealed record PointsFormula(string Kind, long Points, long Every, bool IsComputed)
{
    private const string Fixed = "FIXED";

    /// <summary>Kinds that need more than an amount: they can be stored and read, but not computed.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "ORDER_METADATA", "ORDER_ITEMS_QUANTITY", "ORDER_ITEMS_AMOUNT", "ORDER_ITEMS_SUBTOTAL_AMOUNT", "CUSTOMER_METADATA", "CUSTOM_EVENT_METADATA",
    };

    /// <summary>Whether the sandbox computes it.</summary>
    public bool IsDone => !IsComputed && !Others.Contains(Kind);

    /// <summary>Reads <c>loyalty</c> of an earning rule, or says what is wrong with it.</summary>
    public static bool TryRead(JsonElement? loyalty, out PointsFormula? formula, out string? problem)
    {
        (formula, problem) = (null, null);
        if (loyalty is not { ValueKind: JsonValueKind.Object } json)
        {
            problem = "Payload should have required property 'loyalty'";
            return false;
        }

        var kind = JsonBody.Text(json, "type") is "PROPORTIONAL" ? JsonBody.Text(json, "calculation_type") : JsonBody.Text(json, "type");
        formula = kind switch
        {
            Fixed => FixedOf(json),
            "ORDER_AMOUNT" => RatioOf(kind, json, "amount"),
            "ORDER_TOTAL_AMOUNT" => RatioOf(kind, json, "total_amount"),
            not null when Others.Contains(kind) => new PointsFormula(kind, 0, 0, IsComputed: false),
            _ => null,
        };
        problem = formula is null ? "Property .loyalty is invalid" : null;
        return formula is not null;
    }

    /// <summary>The points for an order. The amount before discounts, or after them (D); only full amounts count (D).</summary>
    public long For(long amount, long totalAmount) => Kind switch
    {
        Fixed => Points,
        "ORDER_AMOUNT" => Times(amount),
        _ => Times(totalAmount),
    };

    private long Times(long amount) => (long)Int128.Min((Int128)(amount / Every) * Points, JsonInteger.Largest);

    private static PointsFormula? FixedOf(JsonElement json) => ReadPoints(json) is var (points, isComputed) ? new(Fixed, points, 0, isComputed) : null;

    private static PointsFormula? RatioOf(string kind, JsonElement json, string name) =>
        json.TryGetProperty("order", out var order) && order.ValueKind == JsonValueKind.Object
        && order.TryGetProperty(name, out var ratio) && ratio.ValueKind == JsonValueKind.Object
        && ratio.TryGetProperty("every", out var every) && JsonInteger.TryRead(every, out var amount) && amount > 0
        && ReadPoints(ratio) is var (points, isComputed)
            ? new(kind, points, amount, isComputed)
            : null;

    private static (long Points, bool IsComputed)? ReadPoints(JsonElement json)
    {
        if (JsonBody.Text(json, "points_formula") is not null)
        {
            return (0, true);
        }

        return json.TryGetProperty("points", out var value) && JsonInteger.TryRead(value, out var points) && points >= 0 ? (points, false) : null;
    }
}
