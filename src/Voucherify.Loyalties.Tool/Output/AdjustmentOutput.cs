namespace Voucherify.Loyalties.Tool.Output;

/// <summary>An adjustment that was made, or with <c>dry_run</c> would be made.</summary>
internal sealed record AdjustmentOutput
{
    /// <summary>The code of the card in version 1, its id in version 2.</summary>
    public required string Card { get; init; }

    public required long Points { get; init; }

    /// <summary>The balance after it, or with <c>dry_run</c> the one that it would leave; null if the service does not tell.</summary>
    public long? Balance { get; init; }

    public string? SourceId { get; init; }

    /// <summary>The transaction of version 2, or null.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The status of the transaction of version 2, or null.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it was found in the transactions, instead of being answered.</summary>
    public bool Recovered { get; init; }

    public bool DryRun { get; init; }
}
