using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes what caused an event: a request with a key, or time.</summary>
internal static class EventSourceJson
{
    /// <summary>Writes the source.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="appId">The id of the key, or null if time was the cause.</param>
    public static void Write(Utf8JsonWriter writer, string? appId)
    {
        writer.WriteString("channel", appId is null ? "INTERNAL" : "API");
        if (appId is not null)
        {
            writer.WriteObject("api_key", key =>
            {
                key.WriteString("name", "Sandbox");
                key.WriteString("app_id", appId);
            });
        }
    }
}
