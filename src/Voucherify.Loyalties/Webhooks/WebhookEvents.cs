using System.Text.Json;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Webhooks;

/// <summary>Creates the event of a webhook from its type and its data.</summary>
internal static class WebhookEvents
{
    public static LoyaltyWebhookEvent Create(string type, JsonElement? data) => type switch
    {
        LoyaltyWebhookTypes.PointsAdded => new PointsAddedWebhookEvent { Type = type, Data = CardPoints(data) },
        LoyaltyWebhookTypes.PointsExpired => new PointsExpiredWebhookEvent { Type = type, Data = CardPoints(data) },
        LoyaltyWebhookTypes.TransactionCreated => TransactionCreatedWebhookEvent.Create(type, data, CardPoints(data)),
        LoyaltyWebhookTypes.PointsRewarded => PointsRewarded(type, data),
        LoyaltyWebhookTypes.PendingPointsAdded
            or LoyaltyWebhookTypes.PendingPointsUpdated
            or LoyaltyWebhookTypes.PendingPointsActivated
            or LoyaltyWebhookTypes.PendingPointsCanceled =>
            new PendingPointsWebhookEvent { Type = type, Data = WebhookJson.Read(data, V1Json.PendingPointsEvent) },
        _ => new UnknownWebhookEvent { Type = type, Data = data },
    };

    private static PointsRewardedWebhookEvent PointsRewarded(string type, JsonElement? data) => new()
    {
        Type = type,
        Data = CardPoints(data),
        EarningRule = WebhookJson.Read(WebhookJson.Member(data, "earning_rule"), V1Json.EarningRule),
        LoyaltyTier = WebhookJson.Read(WebhookJson.Member(data, "loyalty_tier"), V1Json.LoyaltyTier),
        Order = WebhookJson.Read(WebhookJson.Member(data, "order"), PlatformJson.OrderCalculated),
    };

    private static CardPointsEvent? CardPoints(JsonElement? data) => WebhookJson.Read(data, V1Json.CardPointsEvent);
}
