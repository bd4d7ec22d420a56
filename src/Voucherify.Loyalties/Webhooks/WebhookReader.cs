using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Webhooks;

/// <summary>Reads a webhook property by property: one that has an unexpected shape must not affect the others.</summary>
internal static class WebhookReader
{
    public static LoyaltyWebhookEvent Read(ReadOnlyMemory<byte> body)
    {
        var raw = Json(body);
        return WebhookJson.Member(raw, "type") is { ValueKind: JsonValueKind.String } && WebhookJson.Text(raw, "type") is { } type
            ? WithEnvelope(WebhookEvents.Create(type, WebhookJson.Member(raw, "data")), raw)
            : throw new LoyaltyWebhookException("The webhook has no type: its body is a JSON object with another meaning.");
    }

    private static JsonElement Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new LoyaltyWebhookException(
                    $"The webhook is not a JSON object: its body is of the kind {document.RootElement.ValueKind}.");
        }
        catch (JsonException error)
        {
            throw new LoyaltyWebhookException($"The webhook {JsonErrors.ReasonOf(body.Span) ?? "is not JSON"}.", error);
        }
    }

    private static LoyaltyWebhookEvent WithEnvelope(LoyaltyWebhookEvent known, JsonElement raw)
    {
        var kind = WebhookJson.Member(raw, "event");
        return known with
        {
            Id = IdOf(raw, "id"),
            CreatedAt = WebhookJson.Instant(raw, "created_at"),
            ProjectId = IdOf(raw, "project_id"),
            WebhookId = IdOf(WebhookJson.Member(raw, "source"), "id"),
            EventId = IdOf(kind, "id"),
            EventCreatedAt = WebhookJson.Instant(kind, "created_at"),
            EntityId = IdOf(kind, "entity_id"),
            GroupId = IdOf(kind, "group_id"),
            EventSource = TolerantReading.Read(WebhookJson.Member(kind, "event_source"), V1Json.EventSource),
            Raw = raw,
        };
    }

    private static string IdOf(JsonElement? json, string name) => WebhookJson.Text(json, name) ?? string.Empty;
}
