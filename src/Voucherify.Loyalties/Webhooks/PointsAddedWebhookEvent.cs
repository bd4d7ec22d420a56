using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>Points were added to a card (<see cref="LoyaltyWebhookTypes.PointsAdded"/>).</summary>
public sealed record PointsAddedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The card, the balance after the addition, the campaign, the customer and the transaction; null if there are none.</summary>
    public CardPointsEvent? Data { get; init; }

    internal static PointsAddedWebhookEvent Create(string type, JsonElement? data) =>
        new() { Type = type, Data = TolerantReading.Read(data, V1Json.CardPointsEvent) };
}
