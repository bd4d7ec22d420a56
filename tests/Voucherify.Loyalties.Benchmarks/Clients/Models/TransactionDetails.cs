using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>The details of a transaction.</summary>
internal sealed class TransactionDetails
{
    [JsonPropertyName("balance")]
    public Balance? Balance { get; set; }
}
