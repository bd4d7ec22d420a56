namespace Voucherify.Loyalties;

/// <summary>
/// The types of the webhooks about loyalty points that the vendor documents. The list is open: the service may send other types.
/// </summary>
public static class LoyaltyWebhookTypes
{
    /// <summary>Points were added to a card: a <see cref="PointsAddedWebhookEvent"/>.</summary>
    public const string PointsAdded = "voucher.loyalty_card.points_added";

    /// <summary>
    /// The points of a card changed, in either direction and for any reason: a <see cref="TransactionCreatedWebhookEvent"/>. Only this type
    /// reports removals.
    /// </summary>
    public const string TransactionCreated = "voucher.loyalty_card.transaction.created";

    /// <summary>Points of a card expired: a <see cref="PointsExpiredWebhookEvent"/>.</summary>
    public const string PointsExpired = "voucher.loyalty_card.points_expired";

    /// <summary>Pending points were added: a <see cref="PendingPointsWebhookEvent"/>.</summary>
    public const string PendingPointsAdded = "voucher.loyalty_card.pending_points.added";

    /// <summary>The number of pending points was changed: a <see cref="PendingPointsWebhookEvent"/>.</summary>
    public const string PendingPointsUpdated = "voucher.loyalty_card.pending_points.updated";

    /// <summary>Pending points became points of the card: a <see cref="PendingPointsWebhookEvent"/>.</summary>
    public const string PendingPointsActivated = "voucher.loyalty_card.pending_points.activated";

    /// <summary>Pending points were cancelled: a <see cref="PendingPointsWebhookEvent"/>.</summary>
    public const string PendingPointsCanceled = "voucher.loyalty_card.pending_points.canceled";

    /// <summary>An earning rule gave points to a customer: a <see cref="PointsRewardedWebhookEvent"/>.</summary>
    public const string PointsRewarded = "customer.rewarded.loyalty_points";

    /// <summary>A customer joined a tier: a <see cref="TierChangedWebhookEvent"/>.</summary>
    public const string TierJoined = "customer.loyalty.tier.joined";

    /// <summary>A customer moved to a higher tier: a <see cref="TierChangedWebhookEvent"/>.</summary>
    public const string TierUpgraded = "customer.loyalty.tier.upgraded";

    /// <summary>A customer moved to a lower tier: a <see cref="TierChangedWebhookEvent"/>.</summary>
    public const string TierDowngraded = "customer.loyalty.tier.downgraded";

    /// <summary>A customer stays in a tier for another period: a <see cref="TierChangedWebhookEvent"/>.</summary>
    public const string TierProlonged = "customer.loyalty.tier.prolonged";

    /// <summary>A customer left a tier: a <see cref="TierChangedWebhookEvent"/>.</summary>
    public const string TierLeft = "customer.loyalty.tier.left";

    /// <summary>A redemption of a reward was created: a <see cref="RewardRedemptionWebhookEvent"/>.</summary>
    public const string RewardRedemptionCreated = "customer.reward_redemptions.created";

    /// <summary>A redemption of a reward is pending: a <see cref="RewardRedemptionWebhookEvent"/>.</summary>
    public const string RewardRedemptionPending = "customer.reward_redemptions.pending";

    /// <summary>A redemption of a reward was completed: a <see cref="RewardRedemptionWebhookEvent"/>.</summary>
    public const string RewardRedemptionCompleted = "customer.reward_redemptions.completed";

    /// <summary>A tier was added to a program: a <see cref="CampaignTierWebhookEvent"/>.</summary>
    public const string CampaignTierCreated = "campaign.loyalty_tier.created";

    /// <summary>A tier of a program was changed: a <see cref="CampaignTierWebhookEvent"/>.</summary>
    public const string CampaignTierUpdated = "campaign.loyalty_tier.updated";

    /// <summary>A tier of a program was deleted: a <see cref="CampaignTierWebhookEvent"/>.</summary>
    public const string CampaignTierDeleted = "campaign.loyalty_tier.deleted";
}
