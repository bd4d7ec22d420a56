using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// Pending points were added, changed, cancelled or activated: <see cref="LoyaltyWebhookEvent.Type"/> tells which
/// (<see cref="LoyaltyWebhookTypes.PendingPointsAdded"/> and the types after it).
/// </summary>
public sealed record PendingPointsWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The entry of pending points, the card, the balances, the order and the customer; null if there are none.</summary>
    public PendingPointsEvent? Data { get; init; }

    internal static PendingPointsWebhookEvent Create(string type, JsonElement? data) =>
        new() { Type = type, Data = TolerantReading.Read(data, V1Json.PendingPointsEvent) };
}
