namespace LoyaltyApi.Webhooks;

/// <summary>Points that arrived on a card.</summary>
internal sealed record Arrival(string? Card, long? Points, long? Balance, DateTimeOffset? At);
