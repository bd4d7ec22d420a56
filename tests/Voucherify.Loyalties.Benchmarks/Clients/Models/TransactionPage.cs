using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>A page of transactions.</summary>
internal sealed class TransactionPage
{
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("data_ref")]
    public string? DataRef { get; set; }

    [JsonPropertyName("data")]
    public List<Transaction>? Data { get; set; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; set; }

    [JsonPropertyName("more_starting_after")]
    public string? MoreStartingAfter { get; set; }
}
