using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>Points of a card expired (<see cref="LoyaltyWebhookTypes.PointsExpired"/>).</summary>
public sealed record PointsExpiredWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The card, the points and their dates, the campaign, the customer and the transaction; null if there are none.</summary>
    public CardPointsEvent? Data { get; init; }

    internal static PointsExpiredWebhookEvent Create(string type, JsonElement? data) =>
        new() { Type = type, Data = TolerantReading.Read(data, V1Json.CardPointsEvent) };
}
