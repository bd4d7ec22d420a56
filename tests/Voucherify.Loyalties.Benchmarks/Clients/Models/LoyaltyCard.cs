using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>The card of a member.</summary>
internal sealed class LoyaltyCard
{
    [JsonPropertyName("points")]
    public long? Points { get; set; }

    [JsonPropertyName("balance")]
    public long? Balance { get; set; }

    [JsonPropertyName("next_expiration_date")]
    public string? NextExpirationDate { get; set; }

    [JsonPropertyName("next_expiration_points")]
    public long? NextExpirationPoints { get; set; }
}
