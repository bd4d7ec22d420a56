using System.Text.Json;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Webhooks;

namespace Voucherify.Loyalties;

/// <summary>An earning rule gave points to a customer (<see cref="LoyaltyWebhookTypes.PointsRewarded"/>).</summary>
public sealed record PointsRewardedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The customer, the card, the campaign and the balance after the reward; null if there are none.</summary>
    public CardPointsEvent? Data { get; init; }

    /// <summary>The rule that gave the points; null if the webhook does not have it.</summary>
    public EarningRule? EarningRule { get; init; }

    /// <summary>The customer's tier; null if the webhook does not have it.</summary>
    public LoyaltyTier? LoyaltyTier { get; init; }

    /// <summary>The customer who holds the card; null if the webhook does not have it.</summary>
    public CustomerSnapshot? Holder { get; init; }

    /// <summary>The event that earned the points; null if the webhook does not have it.</summary>
    public TransactionCause? Event { get; init; }

    /// <summary>The order that earned the points; null if the webhook does not have it.</summary>
    public OrderCalculated? Order { get; init; }

    internal static PointsRewardedWebhookEvent Create(string type, JsonElement? data) => new()
    {
        Type = type,
        Data = TolerantReading.Read(data, V1Json.CardPointsEvent),
        EarningRule = TolerantReading.Read(WebhookJson.Member(data, "earning_rule"), V1Json.EarningRule),
        LoyaltyTier = TolerantReading.Read(WebhookJson.Member(data, "loyalty_tier"), V1Json.LoyaltyTier),
        Holder = TolerantReading.Read(WebhookJson.Member(data, "holder"), V1Json.CustomerSnapshot),
        Event = TolerantReading.Read(WebhookJson.Member(data, "event"), V1Json.TransactionCause),
        Order = TolerantReading.Read(WebhookJson.Member(data, "order"), PlatformJson.OrderCalculated),
    };
}
