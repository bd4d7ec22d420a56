using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

/// <summary>A transaction of a card.</summary>
internal sealed class CardTransaction
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("card_id")]
    public string? CardId { get; set; }

    [JsonPropertyName("program_id")]
    public string? ProgramId { get; set; }

    [JsonPropertyName("member_id")]
    public string? MemberId { get; set; }

    [JsonPropertyName("card_definition_id")]
    public string? CardDefinitionId { get; set; }

    [JsonPropertyName("card_type")]
    public string? CardType { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("details")]
    public CardTransactionDetails? Details { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }
}
