using System.Text.Json.Serialization;

namespace LoyaltyConsole.Chaos;

/// <summary>The response to an adjustment.</summary>
internal sealed record NaiveBalance([property: JsonPropertyName("balance")] long Balance);
