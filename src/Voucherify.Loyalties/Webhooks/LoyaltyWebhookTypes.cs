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
}
