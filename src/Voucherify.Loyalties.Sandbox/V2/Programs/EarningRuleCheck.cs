using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Checks the trigger and the effects of earning rules.</summary>
internal static class EarningRuleCheck
{
    /// <summary>Returns what is wrong with a body, or null.</summary>
    public static string? Find(JsonElement root) => FindInTrigger(root) ?? FindInEarnings(root);

    private static string? FindInTrigger(JsonElement root)
    {
        if (!root.TryGetProperty("trigger", out var trigger))
        {
            return null;
        }

        if (trigger.ValueKind != JsonValueKind.Object)
        {
            return "Property .trigger must be object";
        }

        return JsonBody.FindString(trigger, "event") switch
        {
            EarningTrigger.OrderPaid => null,
            EarningTrigger.CustomEvent => JsonBody.TryFindObject(trigger, "custom_event", out _)
                ? null
                : JsonBody.MissingProperty("trigger.custom_event"),
            EarningTrigger.SegmentEntered => JsonBody.TryFindObject(trigger, "segment", out _)
                ? null
                : JsonBody.MissingProperty("trigger.segment"),
            _ => "Property .trigger.event must be equal to one of the allowed values",
        };
    }

    private static string? FindInEarnings(JsonElement root)
    {
        if (!root.TryGetProperty("earnings", out var earnings))
        {
            return null;
        }

        if (earnings.ValueKind != JsonValueKind.Array || earnings.GetArrayLength() == 0)
        {
            return "Property .earnings must be an array with at least 1 element";
        }

        foreach (var earning in earnings.EnumerateArray())
        {
            if (earning.ValueKind != JsonValueKind.Object
                || !earning.TryGetProperty("effects", out var effects)
                || effects.ValueKind != JsonValueKind.Array
                || effects.GetArrayLength() == 0)
            {
                return "Property .earnings.effects must be an array with at least 1 element";
            }

            if (effects.EnumerateArray().Any(static effect => FindInEffect(effect) is not null))
            {
                return "Property .earnings.effects is invalid";
            }
        }

        return null;
    }

    private static string? FindInEffect(JsonElement effect) => effect.ValueKind != JsonValueKind.Object
        ? "invalid"
        : JsonBody.FindString(effect, "type") switch
        {
            "POINTS" => Missing(effect, "points", "value"),
            "POINTS_PROPORTIONAL" => Missing(effect, "points_proportional", "calculation_type"),
            "BENEFIT" => JsonBody.TryFindObject(effect, "benefit", out var benefit) && JsonBody.FindString(benefit, "id") is not null
                ? null
                : "invalid",
            _ => "invalid",
        };

    private static string? Missing(JsonElement effect, string name, string part) =>
        JsonBody.TryFindObject(effect, name, out var json)
        && json.TryGetProperty(part, out _)
        && JsonBody.FindString(json, "card_definition_id") is not null
            ? null
            : "invalid";
}
