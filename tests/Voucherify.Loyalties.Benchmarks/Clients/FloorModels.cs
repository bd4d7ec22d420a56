using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The request that a careful engineer would write.</summary>
internal sealed class FloorAdjustment
{
    [JsonPropertyName("points")]
    public long Points { get; set; }

    [JsonPropertyName("source_id")]
    public string? SourceId { get; set; }
}

/// <summary>The answer to an adjustment.</summary>
internal sealed class FloorBalance
{
    [JsonPropertyName("points")]
    public long? Points { get; set; }

    [JsonPropertyName("amount")]
    public long? Amount { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }

    [JsonPropertyName("balance")]
    public long? Balance { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("operation_type")]
    public string? OperationType { get; set; }

    [JsonPropertyName("related_object")]
    public FloorRelatedObject? RelatedObject { get; set; }
}

/// <summary>What a balance belongs to.</summary>
internal sealed class FloorRelatedObject
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>A member, as far as its program needs it.</summary>
internal sealed class FloorMember
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
    public FloorCard? LoyaltyCard { get; set; }

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

/// <summary>The card of a member.</summary>
internal sealed class FloorCard
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

/// <summary>A page of transactions.</summary>
internal sealed class FloorTransactions
{
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("data_ref")]
    public string? DataRef { get; set; }

    [JsonPropertyName("data")]
    public List<FloorTransaction>? Data { get; set; }

    [JsonPropertyName("has_more")]
    public bool? HasMore { get; set; }

    [JsonPropertyName("more_starting_after")]
    public string? MoreStartingAfter { get; set; }
}

/// <summary>A transaction.</summary>
internal sealed class FloorTransaction
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
    public FloorDetails? Details { get; set; }

    [JsonPropertyName("related_transaction_id")]
    public string? RelatedTransactionId { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }
}

/// <summary>The balance in a transaction.</summary>
internal sealed class FloorDetails
{
    [JsonPropertyName("balance")]
    public FloorBalance? Balance { get; set; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FloorAdjustment))]
[JsonSerializable(typeof(FloorBalance))]
[JsonSerializable(typeof(FloorMember))]
[JsonSerializable(typeof(FloorTransactions))]
internal sealed partial class FloorJsonContext : JsonSerializerContext;
