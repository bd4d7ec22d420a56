using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>
/// The rules that the sandbox evaluates. It refuses all others when they are created, because a rule that silently never matches would
/// be worse.
/// </summary>
internal static class RuleSupport
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "order.amount", "order.total_amount", "order.initial_amount", "order.items.quantity", "order.metadata", "customer.metadata",
        "custom_event.metadata", "member.metadata",
    };

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "$is", "$is_not", "$in", "$not_in", "$more_than", "$more_than_or_equal", "$less_than", "$less_than_or_equal",
    };

    /// <summary>Returns what of an earning rule is not supported, or null.</summary>
    public static string? FindInEarnings(JsonElement root)
    {
        var effects = root.TryGetProperty("earnings", out var earnings) ? earnings.GetRawText() : string.Empty;
        return effects.Contains("\"products_collection\"", StringComparison.Ordinal)
            ? "points for a collection of products"
            : FindInItems(root, "earnings");
    }

    /// <summary>Returns what of the <c>rules</c> of the items of an array is not supported, or null.</summary>
    public static string? FindInItems(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return items.EnumerateArray()
            .Where(static item => item.ValueKind == JsonValueKind.Object)
            .Select(static item => JsonBody.TryFindObject(item, "rules", out var rules) ? FindInGroup(rules) : null)
            .FirstOrDefault(static problem => problem is not null);
    }

    private static string? FindInGroup(JsonElement group)
    {
        if (JsonBody.FindString(group, "logic") is not { } logic || !RuleLogic.IsValid(logic))
        {
            return "rules without a logic that combines them by and, or and brackets";
        }

        return group.EnumerateObject()
            .Where(static property => property.Name is not "logic")
            .Select(static property => FindInRule(property.Value))
            .FirstOrDefault(static problem => problem is not null);
    }

    private static string? FindInRule(JsonElement rule)
    {
        if (rule.ValueKind != JsonValueKind.Object)
        {
            return "a rule that is no object";
        }

        if (JsonBody.TryFindObject(rule, "rules", out var group) && FindInGroup(group) is { } nested)
        {
            return nested;
        }

        var name = JsonBody.FindString(rule, "name") ?? string.Empty;
        if (!Names.Contains(name))
        {
            return $"the rule {name}";
        }

        return JsonBody.TryFindObject(rule, "conditions", out var conditions)
            ? conditions.EnumerateObject()
                .Where(static condition => !Operators.Contains(condition.Name))
                .Select(static condition => $"the condition {condition.Name}")
                .FirstOrDefault()
            : null;
    }
}
