namespace Voucherify.Loyalties.Queue.Store;

/// <summary>A job as the store keeps it.</summary>
internal sealed record StoredJob
{
    public required string JobId { get; init; }

    /// <summary>Submitting, Running, Paused or Cancelled. How it ended follows from its rows.</summary>
    public required JobState State { get; init; }

    public long Total { get; init; }

    /// <summary>Tells the items of two submits apart; null until all are in.</summary>
    public string? Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
