using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>An earning rule.</summary>
internal static class EarningRuleJson
{
    public static void Write(Utf8JsonWriter writer, StoredRule rule, Campaign campaign)
    {
        var members = rule.Members;
        writer.WriteString("id", rule.Id);
        members.Write(writer, "validation_rule_id");
        writer.WriteInstant("created_at", rule.CreatedAt);
        writer.WriteInstant("updated_at", rule.UpdatedAt);
        members.Write(writer, "loyalty");
        writer.WriteString("event", rule.Trigger);
        members.WritePresent(writer, "custom_event", "segment", "loyalty_tier", "pending_points", "expiration_rules");
        writer.WriteObject("source", source =>
        {
            source.WriteString("banner", rule.Banner);
            source.WriteString("object_id", campaign.Id);
            source.WriteString("object_type", "campaign");
        });
        writer.WriteBoolean("active", rule.IsActive);
        members.WritePresent(writer, "start_date", "expiration_date", "validity_timeframe", "validity_day_of_week", "validity_hours");
        writer.WriteString("automation_id", rule.AutomationId);
        members.WriteObject(writer, "metadata");
        writer.WriteString("object", "earning_rule");
    }
}
