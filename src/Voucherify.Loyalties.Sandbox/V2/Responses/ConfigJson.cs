using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes configuration: what was sent, and the defaults of what was not.</summary>
internal static class ConfigJson
{
    public static SandboxResponse Respond(ConfigResource resource) => JsonResponse.Object(writer => Write(writer, resource));

    public static void Write(Utf8JsonWriter writer, ConfigResource resource)
    {
        writer.WriteString("id", resource.Id);
        if (resource is TierDefinition tier)
        {
            writer.WriteString("tier_structure_id", tier.Structure.Id);
        }

        writer.WriteString("name", resource.Name);
        if (resource is not TierDefinition)
        {
            writer.WriteString("status", resource.Status);
        }

        foreach (var (name, json) in resource.Kind.Properties)
        {
            WriteProperty(writer, resource, name, json);
        }

        writer.WriteInstant("created_at", resource.CreatedAt);
        writer.WriteInstant("updated_at", resource.UpdatedAt);
        writer.WriteString("object", resource.Kind.Type);
    }

    private static void WriteProperty(Utf8JsonWriter writer, ConfigResource resource, string name, string? json)
    {
        if (resource.Properties.Find(name) is { } value)
        {
            writer.WriteRaw(name, value);
        }
        else if (json is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json, skipInputValidation: true);
        }
    }
}
