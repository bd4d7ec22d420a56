using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>The request body of an adjustment.</summary>
internal sealed class CardAdjustment
{
    [JsonPropertyName("points")]
    public long Points { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }
}
