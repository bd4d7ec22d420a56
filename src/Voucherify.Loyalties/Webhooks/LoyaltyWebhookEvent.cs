using System.Text.Json;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A webhook of the project, with the members that every kind has. Match it against the derived records; each describes in <c>Data</c> what
/// happened. A member that the webhook does not contain is null, or empty if it is an id.
/// </summary>
public abstract record LoyaltyWebhookEvent
{
    private protected LoyaltyWebhookEvent()
    {
    }

    /// <summary>What happened; <see cref="LoyaltyWebhookTypes"/> names the known types.</summary>
    public required string Type { get; init; }

    /// <summary>The id of this webhook, such as <c>whs_...</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>When the webhook was created, in UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The project that sent it.</summary>
    public string ProjectId { get; init; } = string.Empty;

    /// <summary>The id of the webhook's settings in the project, such as <c>wh_...</c>.</summary>
    public string WebhookId { get; init; } = string.Empty;

    /// <summary>The id of the event, which is the same in every webhook about it. Handle each event once.</summary>
    public string EventId { get; init; } = string.Empty;

    /// <summary>When the event happened, in UTC.</summary>
    public DateTimeOffset? EventCreatedAt { get; init; }

    /// <summary>The id of the card, customer or other object that the event is about.</summary>
    public string EntityId { get; init; } = string.Empty;

    /// <summary>
    /// The id of the request that caused the event, such as <c>v-...</c>. It is the same for all events of one request, and the same as
    /// <see cref="ApiError.RequestId"/>.
    /// </summary>
    public string GroupId { get; init; } = string.Empty;

    /// <summary>Who or what caused the event.</summary>
    public EventSource? EventSource { get; init; }

    /// <summary>The whole webhook as the service sent it, including what has no member here.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Returns the type and the id of the event, and nothing about the customer.</summary>
    public sealed override string ToString() => $"{Type} {EventId}".TrimEnd();
}
