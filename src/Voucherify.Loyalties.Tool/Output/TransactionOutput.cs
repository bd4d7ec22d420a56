namespace Voucherify.Loyalties.Tool.Output;

/// <summary>A transaction of a card.</summary>
internal sealed record TransactionOutput
{
    public required string Id { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public string? Type { get; init; }

    /// <summary>The change of the balance: negative if points were removed.</summary>
    public long? Points { get; init; }

    public long? Balance { get; init; }

    /// <summary>The status in version 2, or null.</summary>
    public string? Status { get; init; }

    public string? Reason { get; init; }

    public string? SourceId { get; init; }
}
