using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A customer joined or left a tier, moved to another one, or stays longer: <see cref="LoyaltyWebhookEvent.Type"/> tells which
/// (<see cref="LoyaltyWebhookTypes.TierJoined"/> and the types after it).
/// </summary>
public sealed record TierChangedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The customer, the program, and the tier or the old and the new tier; null if there are none.</summary>
    public TierChangeEvent? Data { get; init; }

    internal static TierChangedWebhookEvent Create(string type, JsonElement? data) =>
        new() { Type = type, Data = TolerantReading.Read(data, V1Json.TierChangeEvent) };
}
