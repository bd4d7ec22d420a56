using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>Points were added to a card (<see cref="LoyaltyWebhookTypes.PointsAdded"/>).</summary>
public sealed record PointsAddedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>
    /// The card, the balance after the addition, the campaign, the customer and the transaction; null if they have another shape.
    /// </summary>
    public CardPointsEvent? Data { get; init; }
}
