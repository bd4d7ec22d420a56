using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>A member, with the properties that its program needs.</summary>
internal sealed class Member
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("campaign")]
    public string? Campaign { get; set; }

    [JsonPropertyName("campaign_id")]
    public string? CampaignId { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("loyalty_card")]
    public LoyaltyCard? LoyaltyCard { get; set; }

    [JsonPropertyName("active")]
    public bool? Active { get; set; }

    [JsonPropertyName("holder_id")]
    public string? HolderId { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }
}
