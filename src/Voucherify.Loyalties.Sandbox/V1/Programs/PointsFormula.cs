using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>How many points an earning rule gives: a fixed number, or a number for each full amount of the order.</summary>
/// <param name="Kind"><c>FIXED</c>, or the calculation type of a proportional rule.</param>
/// <param name="Points">The points, or the points for each <paramref name="Every"/>.</param>
/// <param name="Every">The amount, in minor currency units.</param>
/// <param name="HasExpression">Whether an expression in the service's own language decides instead.</param>
internal sealed record PointsFormula(string Kind, long Points, long Every, bool HasExpression)
{
    private const string Fixed = "FIXED";

    /// <summary>Kinds that depend on more than an amount. The sandbox stores and returns them, but does not compute them.</summary>
    private static readonly HashSet<string> Unsupported = new(StringComparer.Ordinal)
    {
        "ORDER_METADATA", "ORDER_ITEMS_QUANTITY", "ORDER_ITEMS_AMOUNT", "ORDER_ITEMS_SUBTOTAL_AMOUNT", "CUSTOMER_METADATA",
        "CUSTOM_EVENT_METADATA",
    };

    /// <summary>Whether the sandbox can compute it.</summary>
    public bool IsSupported => !HasExpression && !Unsupported.Contains(Kind);

    /// <summary>What it is called in the error that says that it is not supported.</summary>
    public string Description => HasExpression ? $"{Kind} with a points_formula" : Kind;

    /// <summary>Reads <c>loyalty</c> of an earning rule, or says what is wrong with it.</summary>
    public static bool TryRead(JsonElement item, out PointsFormula? formula, out string? problem)
    {
        (formula, problem) = (null, null);
        if (!JsonBody.TryFindObject(item, "loyalty", out var loyalty))
        {
            problem = JsonBody.MissingProperty("loyalty");
            return false;
        }

        var type = JsonBody.FindString(loyalty, "type");
        var kind = type is "PROPORTIONAL" ? JsonBody.FindString(loyalty, "calculation_type") : type;
        formula = kind switch
        {
            Fixed => ReadFixed(loyalty),
            "ORDER_AMOUNT" => ReadRatio(kind, loyalty, "amount"),
            "ORDER_TOTAL_AMOUNT" => ReadRatio(kind, loyalty, "total_amount"),
            not null when Unsupported.Contains(kind) => new PointsFormula(kind, 0, 0, HasExpression: false),
            _ => null,
        };
        problem = formula is null ? "Property .loyalty is invalid" : null;
        return formula is not null;
    }

    /// <summary>Returns the points for an order, from the amount before or after discounts (documented).</summary>
    public long For(long amount, long totalAmount) => Kind switch
    {
        Fixed => Points,
        "ORDER_AMOUNT" => Multiply(amount),
        _ => Multiply(totalAmount),
    };

    // Only full amounts count (documented).
    private long Multiply(long amount) => (long)Int128.Min((Int128)(amount / Every) * Points, JsonInteger.Largest);

    private static PointsFormula? ReadFixed(JsonElement json) =>
        ReadPoints(json) is var (points, hasExpression) ? new(Fixed, points, 0, hasExpression) : null;

    private static PointsFormula? ReadRatio(string kind, JsonElement json, string name) =>
        JsonBody.TryFindObject(json, "order", out var order)
        && JsonBody.TryFindObject(order, name, out var ratio)
        && ratio.TryGetProperty("every", out var every) && JsonInteger.TryRead(every, out var amount) && amount > 0
        && ReadPoints(ratio) is var (points, hasExpression)
            ? new(kind, points, amount, hasExpression)
            : null;

    private static (long Points, bool HasExpression)? ReadPoints(JsonElement json)
    {
        if (JsonBody.FindString(json, "points_formula") is not null)
        {
            return (0, true);
        }

        return json.TryGetProperty("points", out var value) && JsonInteger.TryRead(value, out var points) && points >= 0
            ? (points, false)
            : null;
    }
}
