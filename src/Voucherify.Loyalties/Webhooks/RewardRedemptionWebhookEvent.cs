using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A customer redeemed points for a reward: <see cref="LoyaltyWebhookEvent.Type"/> tells how far it is
/// (<see cref="LoyaltyWebhookTypes.RewardRedemptionCreated"/> and the types after it).
/// </summary>
public sealed record RewardRedemptionWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The redemption, the reward, the card, the program and the customer; null if there are none.</summary>
    public RewardRedemptionEvent? Data { get; init; }

    internal static RewardRedemptionWebhookEvent Create(string type, JsonElement? data) =>
        new() { Type = type, Data = TolerantReading.Read(data, V1Json.RewardRedemptionEvent) };
}
