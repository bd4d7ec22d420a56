using System.Text.Json.Serialization;

namespace LoyaltyConsole.Chaos;

/// <summary>The body of an adjustment request of version 2.</summary>
internal sealed record NaiveCardAdjustment(
    [property: JsonPropertyName("points")] long Points,
    [property: JsonPropertyName("reason")] string Reason);
