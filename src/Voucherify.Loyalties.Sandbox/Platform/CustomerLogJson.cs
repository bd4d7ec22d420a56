using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>Writes what customers did.</summary>
internal static class CustomerLogJson
{
    public static void Write(Utf8JsonWriter writer, CustomerLogEntry activity)
    {
        writer.WriteString("id", activity.Id);
        writer.WriteString("type", activity.Type);
        writer.WriteObject("data", activity.Write);
        writer.WriteInstant("created_at", activity.CreatedAt);
        writer.WriteString("group_id", activity.RequestId);
        writer.WriteObject("event_source", static source => source.WriteString("channel", "API"));
    }
}
