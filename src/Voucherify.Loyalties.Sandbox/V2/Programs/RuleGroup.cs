using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Evaluates the rules of an earning or a cost. The values of a condition are alternatives (assumed).</summary>
internal static class RuleGroup
{
    /// <summary>Whether the <c>rules</c> of an item hold. An item without rules holds.</summary>
    public static bool Holds(JsonElement item, RuleFacts facts) =>
        !JsonBody.TryFindObject(item, "rules", out var group) || GroupHolds(group, facts);

    private static bool GroupHolds(JsonElement group, RuleFacts facts) =>
        RuleLogic.Evaluate(
            JsonBody.FindString(group, "logic") ?? string.Empty,
            number => JsonBody.TryFindObject(group, number, out var rule) && RuleHolds(rule, facts));

    private static bool RuleHolds(JsonElement rule, RuleFacts facts)
    {
        if (JsonBody.TryFindObject(rule, "rules", out var group) && !GroupHolds(group, facts))
        {
            return false;
        }

        var actual = Find(rule, facts);
        return !JsonBody.TryFindObject(rule, "conditions", out var conditions)
            || conditions.EnumerateObject().All(condition => ConditionHolds(condition.Name, ValuesOf(condition.Value), actual));
    }

    private static JsonElement? Find(JsonElement rule, RuleFacts facts)
    {
        var name = JsonBody.FindString(rule, "name") ?? string.Empty;
        if (facts.Numbers.TryGetValue(name, out var number))
        {
            return JsonBuffer.WriteElement(writer => writer.WriteNumberValue(number));
        }

        return JsonBody.FindString(rule, "property") is { } property
            && facts.Metadata.GetValueOrDefault(name) is { } metadata
            && metadata.TryGetProperty(property, out var value)
                ? value
                : null;
    }

    private static IReadOnlyList<JsonElement> ValuesOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool ConditionHolds(string @operator, IReadOnlyList<JsonElement> values, JsonElement? actual) => @operator switch
    {
        "$is" or "$in" => values.Any(value => IsEqual(actual, value)),
        "$is_not" or "$not_in" => !values.Any(value => IsEqual(actual, value)),
        "$more_than" => values.Any(value => Compare(actual, value) > 0),
        "$more_than_or_equal" => values.Any(value => Compare(actual, value) >= 0),
        "$less_than" => values.Any(value => Compare(actual, value) < 0),
        "$less_than_or_equal" => values.Any(value => Compare(actual, value) <= 0),
        _ => false,
    };

    private static bool IsEqual(JsonElement? actual, JsonElement expected) =>
        actual is { } value && (Compare(value, expected) == 0 || string.Equals(TextOf(value), TextOf(expected), StringComparison.Ordinal));

    private static int? Compare(JsonElement? actual, JsonElement expected) =>
        actual is { } value && NumberOf(value) is { } left && NumberOf(expected) is { } right ? left.CompareTo(right) : null;

    private static decimal? NumberOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
