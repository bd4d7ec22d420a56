using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoyaltyConsole.Chaos;

/// <summary>The response to an adjustment of version 2.</summary>
internal sealed record NaiveTransaction([property: JsonPropertyName("transaction")] JsonElement Transaction);
