using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>Points of a card expired (<see cref="LoyaltyWebhookTypes.PointsExpired"/>).</summary>
public sealed record PointsExpiredWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>
    /// The card, the points and their dates, the campaign, the customer and the transaction; null if they have another shape.
    /// </summary>
    public CardPointsEvent? Data { get; init; }
}
