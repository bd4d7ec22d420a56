using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What members earn points for: a paid order, or a custom event.</summary>
internal sealed record EarningFacts
{
    /// <summary>The event, one of <see cref="EarningTrigger"/>.</summary>
    public required string Event { get; init; }

    /// <summary>The schema of a custom event. Null: any.</summary>
    public string? SchemaId { get; init; }

    /// <summary>The order, or null.</summary>
    public string? OrderId { get; init; }

    public bool HasOrder { get; init; }

    public long Amount { get; init; }

    public long InitialAmount { get; init; }

    public long TotalAmount { get; init; }

    public IReadOnlyList<EarningItem> Items { get; init; } = [];

    public JsonElement? OrderMetadata { get; init; }

    public JsonElement? CustomerMetadata { get; init; }

    public JsonElement? EventMetadata { get; init; }

    /// <summary>Whether they trigger a rule.</summary>
    public bool Trigger(EarningRule rule)
    {
        if (rule.Properties.FindObject("trigger") is not { } trigger || JsonBody.FindString(trigger, "event") != Event)
        {
            return false;
        }

        return Event != EarningTrigger.CustomEvent || SchemaId is null
            || (JsonBody.TryFindObject(trigger, "custom_event", out var custom)
                && JsonBody.FindString(custom, "schema_id") == SchemaId);
    }

    /// <summary>Returns them as the rules of earnings ask for them.</summary>
    public RuleFacts ToRuleFacts(JsonElement? memberMetadata) => new()
    {
        Numbers = HasOrder
            ? new Dictionary<string, long>(StringComparer.Ordinal)
            {
                ["order.amount"] = Amount,
                ["order.initial_amount"] = InitialAmount,
                ["order.total_amount"] = TotalAmount,
                ["order.items.quantity"] = Items.Sum(static item => item.Quantity),
            }
            : new Dictionary<string, long>(StringComparer.Ordinal),
        Metadata = new Dictionary<string, JsonElement?>(StringComparer.Ordinal)
        {
            ["order.metadata"] = OrderMetadata,
            ["customer.metadata"] = CustomerMetadata,
            ["custom_event.metadata"] = EventMetadata,
            ["member.metadata"] = memberMetadata,
        },
    };
}
