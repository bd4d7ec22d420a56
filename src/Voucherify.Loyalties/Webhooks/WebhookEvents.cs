using System.Text.Json;

namespace Voucherify.Loyalties.Webhooks;

/// <summary>Creates the event of a webhook from its type and its data.</summary>
internal static class WebhookEvents
{
    public static LoyaltyWebhookEvent Create(string type, JsonElement? data) => type switch
    {
        LoyaltyWebhookTypes.PointsAdded => PointsAddedWebhookEvent.Create(type, data),
        LoyaltyWebhookTypes.PointsExpired => PointsExpiredWebhookEvent.Create(type, data),
        LoyaltyWebhookTypes.TransactionCreated => TransactionCreatedWebhookEvent.Create(type, data),
        LoyaltyWebhookTypes.PointsRewarded => PointsRewardedWebhookEvent.Create(type, data),
        LoyaltyWebhookTypes.PendingPointsAdded
            or LoyaltyWebhookTypes.PendingPointsUpdated
            or LoyaltyWebhookTypes.PendingPointsActivated
            or LoyaltyWebhookTypes.PendingPointsCanceled => PendingPointsWebhookEvent.Create(type, data),
        _ when IsOf("customer.loyalty.tier.", type) => TierChangedWebhookEvent.Create(type, data),
        _ when IsOf("customer.reward_redemptions.", type) => RewardRedemptionWebhookEvent.Create(type, data),
        _ when IsOf("campaign.loyalty_tier.", type) => CampaignTierWebhookEvent.Create(type, data),
        _ => new UnknownWebhookEvent { Type = type, Data = data },
    };

    private static bool IsOf(string family, string type) => type.StartsWith(family, StringComparison.Ordinal);
}
