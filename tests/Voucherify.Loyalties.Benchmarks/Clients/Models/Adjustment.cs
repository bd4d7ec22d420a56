using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>The request body of an adjustment.</summary>
internal sealed class Adjustment
{
    [JsonPropertyName("points")]
    public long Points { get; set; }

    [JsonPropertyName("source_id")]
    public string? SourceId { get; set; }
}
