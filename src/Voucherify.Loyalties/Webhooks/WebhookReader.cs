using System.Text.Json;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Webhooks;

/// <summary>Reads a webhook member by member: one that has an unexpected shape must not cost the others.</summary>
internal static class WebhookReader
{
    public static LoyaltyWebhookEvent Read(ReadOnlyMemory<byte> body)
    {
        var raw = Json(body);
        return WebhookJson.Text(raw, "type") is { } type
            ? WithEnvelope(WithData(type, raw), raw)
            : throw new LoyaltyWebhookException("The webhook has no type: its body is a JSON object with another meaning.");
    }

    private static JsonElement Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new LoyaltyWebhookException($"The webhook is no JSON object: its body is of the kind {document.RootElement.ValueKind}.");
        }
        catch (JsonException error)
        {
            throw new LoyaltyWebhookException("The webhook is no JSON.", error);
        }
    }

    private static LoyaltyWebhookEvent WithData(string type, JsonElement raw)
    {
        var data = WebhookJson.Member(raw, "data");
        return type switch
        {
            LoyaltyWebhookTypes.PointsAdded => new PointsAddedWebhookEvent { Type = type, Data = CardPoints(data) },
            LoyaltyWebhookTypes.PointsExpired => new PointsExpiredWebhookEvent { Type = type, Data = CardPoints(data) },
            LoyaltyWebhookTypes.TransactionCreated => TransactionCreated(type, data),
            LoyaltyWebhookTypes.PointsRewarded => PointsRewarded(type, data),
            LoyaltyWebhookTypes.PendingPointsAdded
                or LoyaltyWebhookTypes.PendingPointsUpdated
                or LoyaltyWebhookTypes.PendingPointsActivated
                or LoyaltyWebhookTypes.PendingPointsCanceled =>
                new PendingPointsWebhookEvent { Type = type, Data = WebhookJson.Read(data, V1Json.PendingPointsEvent) },
            _ => new UnknownWebhookEvent { Type = type, Data = data },
        };
    }

    private static TransactionCreatedWebhookEvent TransactionCreated(string type, JsonElement? data) => new()
    {
        Type = type,
        Data = CardPoints(data),
        Transaction = Transaction(WebhookJson.Member(data, "transaction")) ?? Transaction(data),
    };

    private static LoyaltyTransaction? Transaction(JsonElement? json) =>
        WebhookJson.Read(json, V1Json.LoyaltyTransaction) is { Id: not null } transaction ? transaction : null;

    private static PointsRewardedWebhookEvent PointsRewarded(string type, JsonElement? data) => new()
    {
        Type = type,
        Data = CardPoints(data),
        EarningRule = WebhookJson.Read(WebhookJson.Member(data, "earning_rule"), V1Json.EarningRule),
        LoyaltyTier = WebhookJson.Read(WebhookJson.Member(data, "loyalty_tier"), V1Json.LoyaltyTier),
        Order = WebhookJson.Read(WebhookJson.Member(data, "order"), PlatformJson.OrderCalculated),
    };

    private static CardPointsEvent? CardPoints(JsonElement? data) => WebhookJson.Read(data, V1Json.CardPointsEvent);

    private static LoyaltyWebhookEvent WithEnvelope(LoyaltyWebhookEvent known, JsonElement raw)
    {
        var kind = WebhookJson.Member(raw, "event");
        return known with
        {
            Id = WebhookJson.Text(raw, "id"),
            CreatedAt = WebhookJson.Instant(raw, "created_at"),
            ProjectId = WebhookJson.Text(raw, "project_id"),
            WebhookId = WebhookJson.Text(WebhookJson.Member(raw, "source"), "id"),
            EventId = WebhookJson.Text(kind, "id"),
            EventCreatedAt = WebhookJson.Instant(kind, "created_at"),
            EntityId = WebhookJson.Text(kind, "entity_id"),
            GroupId = WebhookJson.Text(kind, "group_id"),
            EventSource = WebhookJson.Read(WebhookJson.Member(kind, "event_source"), V1Json.EventSource),
            Raw = raw,
        };
    }
}
