using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads what an examination of earning rules assumes.</summary>
internal static class ExamineReader
{
    private static readonly Dictionary<string, string> Contexts = new(StringComparer.Ordinal)
    {
        [EarningTrigger.OrderPaid] = "customer_order_paid",
        [EarningTrigger.SegmentEntered] = "customer_segment_entered",
        [EarningTrigger.CustomEvent] = "customer_custom_event",
    };

    private static readonly HashSet<string> Properties =
        new([.. Contexts.Values, "trigger", "customer_identification"], StringComparer.Ordinal);

    /// <summary>Reads the body. Without a specific event, all events are examined, as far as the body describes them.</summary>
    public static bool TryRead(
        SandboxCall call,
        out string? specific,
        out IReadOnlyList<EarningFacts> facts,
        out JsonElement root,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (specific, facts) = (null, []);
        if (!ClosedBody.TryRead(call, Properties, out root, out refusal))
        {
            return false;
        }

        refusal = Check(root, out specific) is { } problem ? Errors.InvalidPayload(call, problem) : null;
        var (body, wanted) = (root, specific);
        facts = refusal is null
            ? [.. Contexts.Keys.Where(name => wanted is null || wanted == name).Select(name => FactsOf(body, name))]
            : [];
        return refusal is null;
    }

    private static string? Check(JsonElement root, out string? specific)
    {
        specific = null;
        if (!JsonBody.TryFindObject(root, "trigger", out var trigger))
        {
            return JsonBody.MissingProperty("trigger");
        }

        if (JsonBody.FindString(trigger, "type") is "ALL")
        {
            return null;
        }

        specific = JsonBody.FindString(trigger, "type") is "SPECIFIC" && JsonBody.TryFindObject(trigger, "specific", out var json)
            ? JsonBody.FindString(json, "event")
            : null;
        if (specific is null || !Contexts.TryGetValue(specific, out var context))
        {
            return "Property .trigger is invalid";
        }

        // Exactly its own context (documented).
        return root.TryGetProperty(context, out _) && !Contexts.Values.Any(other => other != context && root.TryGetProperty(other, out _))
            ? null
            : $"Payload should have required property '{context}', and no other event";
    }

    private static EarningFacts FactsOf(JsonElement root, string name)
    {
        var hasContext = JsonBody.TryFindObject(root, Contexts[name], out var context);
        var hasOrder = hasContext && JsonBody.TryFindObject(context, "order", out _);
        var order = hasOrder ? context.GetProperty("order") : default;
        var custom = hasContext ? FindEvent(context) : null;
        var (amount, discount) = hasOrder ? (Number(order, "amount") ?? 0, Number(order, "discount_amount") ?? 0) : (0, 0);
        return new EarningFacts
        {
            Event = name,
            SchemaId = custom is { } schema ? JsonBody.FindString(schema, "schema_id") : null,
            HasOrder = hasOrder,
            Amount = amount,
            InitialAmount = hasOrder ? Number(order, "initial_amount") ?? amount : 0,
            TotalAmount = Math.Max(0, amount - discount),
            Items = hasOrder ? ItemsOf(order) : [],
            OrderMetadata = hasOrder ? Metadata(order) : null,
            CustomerMetadata = hasContext && JsonBody.TryFindObject(context, "customer", out var customer) ? Metadata(customer) : null,
            EventMetadata = custom is { } json ? Metadata(json) : null,
        };
    }

    private static JsonElement? FindEvent(JsonElement context) =>
        JsonBody.TryFindObject(context, "custom_event", out var own)
        || ((JsonBody.TryFindObject(context, "specific", out var part) || JsonBody.TryFindObject(context, "all", out part))
            && JsonBody.TryFindObject(part, "custom_event", out own))
            ? own
            : null;

    private static IReadOnlyList<EarningItem> ItemsOf(JsonElement order) =>
        order.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(ItemOf)]
            : [];

    private static EarningItem ItemOf(JsonElement item)
    {
        var quantity = Number(item, "quantity") ?? 1;
        return new EarningItem(
            JsonBody.FindString(item, "product_id"),
            JsonBody.FindString(item, "sku_id"),
            quantity,
            Number(item, "amount") ?? ((Number(item, "price") ?? 0) * quantity),
            Number(item, "discount_amount") ?? 0);
    }

    // Numbers may be strings (documented).
    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && JsonInteger.TryRead(value, out var number) ? number : null;

    private static JsonElement? Metadata(JsonElement json) => JsonBody.TryFindObject(json, "metadata", out var metadata) ? metadata : null;
}
