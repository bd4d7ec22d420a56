using System.Text.Json;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A webhook of the project: what every kind has. Compare its type with the records derived from it; each has what happened in <c>Data</c>.
/// Every member but <see cref="Type"/> is null where the webhook does not tell it.
/// </summary>
public abstract record LoyaltyWebhookEvent
{
    private protected LoyaltyWebhookEvent()
    {
    }

    /// <summary>What happened; <see cref="LoyaltyWebhookTypes"/> names the known ones.</summary>
    public required string Type { get; init; }

    /// <summary>The id of this webhook, such as <c>whs_...</c>.</summary>
    public string? Id { get; init; }

    /// <summary>When the webhook was made, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The project that sends it.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The id of the webhook's settings in the project, such as <c>wh_...</c>.</summary>
    public string? WebhookId { get; init; }

    /// <summary>The id of what happened: the same in every webhook about it. Handle each once.</summary>
    public string? EventId { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset? EventCreatedAt { get; init; }

    /// <summary>The id of what it happened to, such as a card or a customer.</summary>
    public string? EntityId { get; init; }

    /// <summary>The id of the request that caused it, such as <c>v-...</c>: the same for all events that one request caused, and what <see cref="ApiError.RequestId"/> names.</summary>
    public string? GroupId { get; init; }

    /// <summary>Who or what caused it.</summary>
    public EventSource? EventSource { get; init; }

    /// <summary>The whole webhook as the service sent it, with what has no member here.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Says which event it is, and nothing about the customer.</summary>
    public sealed override string ToString() => $"{Type} {EventId}".TrimEnd();
}
