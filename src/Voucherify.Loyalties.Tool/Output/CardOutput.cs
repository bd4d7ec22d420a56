namespace Voucherify.Loyalties.Tool.Output;

/// <summary>A card.</summary>
internal sealed record CardOutput
{
    public required string Card { get; init; }

    public string? Program { get; init; }

    /// <summary>The member of version 2, or null.</summary>
    public string? Member { get; init; }

    /// <summary>The customer who holds a card of version 1, or null.</summary>
    public string? Holder { get; init; }

    public long? Balance { get; init; }

    public long? PendingPoints { get; init; }

    public long? NextExpirationPoints { get; init; }

    public DateOnly? NextExpirationDate { get; init; }
}
