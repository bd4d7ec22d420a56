using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// Pending points were added, changed, cancelled or activated: <see cref="LoyaltyWebhookEvent.Type"/> says which
/// (<see cref="LoyaltyWebhookTypes.PendingPointsAdded"/> and its neighbours).
/// </summary>
public sealed record PendingPointsWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The entry of pending points, the card, the balances, the order and the customer; null where they have another shape.</summary>
    public PendingPointsEvent? Data { get; init; }
}
