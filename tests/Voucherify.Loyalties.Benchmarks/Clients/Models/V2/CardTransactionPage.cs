using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>A page of the transactions of a card.</summary>
internal sealed class CardTransactionPage
{
    [JsonPropertyName("data")]
    public List<CardTransaction>? Data { get; set; }

    [JsonPropertyName("cursor")]
    public string? Cursor { get; set; }
}
