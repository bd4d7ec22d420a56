using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>What a transaction of a card is about.</summary>
internal sealed class CardTransactionDetails
{
    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("points")]
    public CardTransactionPoints? Points { get; set; }
}
