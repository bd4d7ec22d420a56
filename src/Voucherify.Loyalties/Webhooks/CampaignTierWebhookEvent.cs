using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A tier of a program was created, changed or deleted: <see cref="LoyaltyWebhookEvent.Type"/> tells which
/// (<see cref="LoyaltyWebhookTypes.CampaignTierCreated"/> and the types after it).
/// </summary>
public sealed record CampaignTierWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The program and the tier; null if there are none.</summary>
    public CampaignTierEvent? Data { get; init; }

    internal static CampaignTierWebhookEvent Create(string type, JsonElement? data) =>
        new() { Type = type, Data = TolerantReading.Read(data, V1Json.CampaignTierEvent) };
}
