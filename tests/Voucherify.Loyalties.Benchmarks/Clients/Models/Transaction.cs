using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models;

/// <summary>A transaction.</summary>
internal sealed class Transaction
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("source_id")]
    public string? SourceId { get; set; }

    [JsonPropertyName("voucher_id")]
    public string? VoucherId { get; set; }

    [JsonPropertyName("campaign_id")]
    public string? CampaignId { get; set; }

    [JsonPropertyName("source")]
    public string? Source { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("details")]
    public TransactionDetails? Details { get; set; }

    [JsonPropertyName("related_transaction_id")]
    public string? RelatedTransactionId { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }
}
