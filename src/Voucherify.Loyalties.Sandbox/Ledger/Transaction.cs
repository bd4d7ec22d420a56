namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>A line of a card's history, with the state of the card right after it.</summary>
internal sealed record Transaction
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required long Points { get; init; }

    public required long Total { get; init; }

    public required long Balance { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? SourceId { get; init; }

    /// <summary><c>API</c> for a request, null for an expiration (E: both values occur).</summary>
    public string? Source { get; init; }

    public string? Reason { get; init; }
}
