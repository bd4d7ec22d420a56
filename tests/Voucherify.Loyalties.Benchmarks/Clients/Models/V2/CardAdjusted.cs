using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>The response to an adjustment.</summary>
internal sealed class CardAdjusted
{
    [JsonPropertyName("transaction")]
    public CardTransaction? Transaction { get; set; }
}
