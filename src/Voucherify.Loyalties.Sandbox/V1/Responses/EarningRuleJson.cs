using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes earning rules.</summary>
internal static class EarningRuleJson
{
    public static void Write(Utf8JsonWriter writer, StoredRule rule, Campaign campaign)
    {
        var properties = rule.Properties;
        writer.WriteString("id", rule.Id);
        properties.Write(writer, "validation_rule_id");
        writer.WriteInstant("created_at", rule.CreatedAt);
        writer.WriteInstant("updated_at", rule.UpdatedAt);
        properties.Write(writer, "loyalty");
        writer.WriteString("event", rule.Trigger);
        properties.WritePresent(writer, "custom_event", "segment", "loyalty_tier", "pending_points", "expiration_rules");
        writer.WriteObject("source", source =>
        {
            source.WriteString("banner", rule.Banner);
            source.WriteString("object_id", campaign.Id);
            source.WriteString("object_type", "campaign");
        });
        writer.WriteBoolean("active", rule.IsActive);
        properties.WritePresent(
            writer, "start_date", "expiration_date", "validity_timeframe", "validity_day_of_week", "validity_hours");
        writer.WriteString("automation_id", rule.AutomationId);
        properties.WriteObject(writer, "metadata");
        writer.WriteString("object", "earning_rule");
    }

    /// <summary>Writes only which rule it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, string id, string? banner)
    {
        writer.WriteString("id", id);
        writer.WriteObject("source", source => source.WriteString("banner", banner));
    }
}
