using System.Text.Json;

namespace Voucherify.Loyalties;

/// <summary>A webhook of an unknown type: it is not about loyalty points, or the type is newer than this package.</summary>
public sealed record UnknownWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The data as the service sent them; null if there are none.</summary>
    public JsonElement? Data { get; init; }
}
