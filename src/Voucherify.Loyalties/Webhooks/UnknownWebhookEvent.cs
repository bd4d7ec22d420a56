using System.Text.Json;

namespace Voucherify.Loyalties;

/// <summary>A webhook of a type that is not known here: about something else than loyalty points, or newer than this package.</summary>
public sealed record UnknownWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The data as the service sent them; null where there are none.</summary>
    public JsonElement? Data { get; init; }
}
