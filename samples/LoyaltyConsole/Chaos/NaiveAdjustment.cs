using System.Text.Json.Serialization;

namespace LoyaltyConsole.Chaos;

/// <summary>The body of an adjustment request.</summary>
internal sealed record NaiveAdjustment(
    [property: JsonPropertyName("points")] long Points,
    [property: JsonPropertyName("source_id")] string SourceId);
