using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>An earning rule gave points to a customer (<see cref="LoyaltyWebhookTypes.PointsRewarded"/>).</summary>
public sealed record PointsRewardedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The customer, the card, the campaign and the balance after the reward; null if they have another shape.</summary>
    public CardPointsEvent? Data { get; init; }

    /// <summary>The rule that gave the points; null if the webhook does not have it, or has it in another shape.</summary>
    public EarningRule? EarningRule { get; init; }

    /// <summary>The customer's tier; null if the webhook does not have it, or has it in another shape.</summary>
    public LoyaltyTier? LoyaltyTier { get; init; }

    /// <summary>The order that earned the points; null if the webhook does not have it, or has it in another shape.</summary>
    public OrderCalculated? Order { get; init; }
}
