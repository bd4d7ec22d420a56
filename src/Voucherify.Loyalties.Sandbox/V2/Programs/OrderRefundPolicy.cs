using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What becomes of points when a paid order is canceled (documented).</summary>
/// <param name="ReturnsSpent">Whether the points that paid it come back. The modes for parts of an order return all of them too.</param>
/// <param name="Method">Where the points that it earned are taken from, or null if they stay.</param>
/// <param name="BelowZero">Whether that can make the balance negative.</param>
internal sealed record OrderRefundPolicy(bool ReturnsSpent, string? Method, bool BelowZero)
{
    public const string FromPending = "REVOKE_FROM_PENDING";
    public const string FromBalance = "REVOKE_FROM_BALANCE";

    private const string ToNegative = "REVOKE_BELOW_ZERO";

    /// <summary>Reads the <c>refunds</c> of a card definition.</summary>
    public static OrderRefundPolicy Of(JsonElement? refunds)
    {
        var (spent, earned) = (MethodOf(refunds, "spent_points"), MethodOf(refunds, "earned_points"));
        return new(spent is not null, Find(earned, "type"), Find(earned, "mode") is ToNegative);
    }

    /// <summary>Returns what is wrong with a body, or null.</summary>
    public static string? Check(JsonElement root)
    {
        if (!JsonBody.TryFindObject(root, "refunds", out var refunds))
        {
            return null;
        }

        var (spent, earned) = (MethodOf(refunds, "spent_points"), MethodOf(refunds, "earned_points"));
        return !IsRule(refunds, "spent_points", spent) || Find(spent, "type") is not (null or "RETURN_POINTS")
                || Find(spent, "mode") is not (null or "REFUND_ALL" or "REFUND_ITEM" or "REFUND_AMOUNT")
            ? "Property .refunds.spent_points is invalid"
            : !IsRule(refunds, "earned_points", earned) || !IsRevoke(earned) ? "Property .refunds.earned_points is invalid"
            : root.TryGetProperty("type", out _) ? CheckSections(root, earned) : null;
    }

    // Only the body that creates a definition has a type. One that updates it leaves out what stays.
    private static string? CheckSections(JsonElement root, JsonElement? earned)
    {
        var isImmediate = !JsonBody.TryFindObject(root, "pending_points", out var pending)
            || JsonBody.FindString(pending, "type") is null or "IMMEDIATE";
        var allowsNegative = JsonBody.TryFindObject(root, "balance_settings", out var settings)
            && JsonBody.FindBoolean(settings, "allow_negative") == true;
        return isImmediate && Find(earned, "type") is FromPending ? "Property .refunds.earned_points needs pending points"
            : !allowsNegative && Find(earned, "mode") is ToNegative
                ? "Property .refunds.earned_points needs a balance that may be negative"
                : null;
    }

    private static bool IsRule(JsonElement refunds, string name, JsonElement? method) =>
        JsonBody.TryFindObject(refunds, name, out var rule)
        && JsonBody.FindString(rule, "type") switch
        {
            "NONE" => method is null,
            "REFUNDABLE" => method is not null,
            _ => false,
        };

    private static bool IsRevoke(JsonElement? method) => Find(method, "type") switch
    {
        null or FromPending => Find(method, "mode") is null,
        FromBalance => Find(method, "mode") is "REVOKE_TO_ZERO" or ToNegative,
        _ => false,
    };

    // Exactly one, if points are refundable (documented).
    private static JsonElement? MethodOf(JsonElement? refunds, string name) =>
        refunds is { } all
        && JsonBody.TryFindObject(all, name, out var rule)
        && rule.TryGetProperty("methods", out var methods)
        && methods.ValueKind == JsonValueKind.Array
        && methods.GetArrayLength() == 1
            ? methods[0]
            : null;

    private static string? Find(JsonElement? method, string name) =>
        method is { ValueKind: JsonValueKind.Object } json ? JsonBody.FindString(json, name) : null;
}
