using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>The points of a transaction.</summary>
internal sealed class CardTransactionPoints
{
    [JsonPropertyName("total")]
    public long? Total { get; set; }
}
