namespace Voucherify.Loyalties.Queue;

/// <summary>An adjustment and what has become of it.</summary>
public sealed record AdjustmentStatus
{
    /// <summary>The adjustment.</summary>
    public required QueuedItem Item { get; init; }

    /// <summary>What has become of it.</summary>
    public required AdjustmentState State { get; init; }

    /// <summary>The job that it belongs to; null for none.</summary>
    public string? JobId { get; init; }

    /// <summary>How often a worker has begun to send it.</summary>
    public int Sends { get; init; }

    /// <summary>When it was first sent, by the clock of the store; null if it was certainly never sent.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>When it was last sent, by the clock of the store; null if it was certainly never sent.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>When its outcome is known at the latest, if it is unknown.</summary>
    public DateTimeOffset? SettlesAt { get; init; }

    /// <summary>The transaction that it left, if it was seen.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Whether the transaction was seen in a list.</summary>
    public bool IsVerified { get; init; }

    /// <summary>The balance after it, if the service told.</summary>
    public long? Balance { get; init; }

    /// <summary>Why the adjustment is a dead letter; null in every other state.</summary>
    public AdjustmentError? Error { get; init; }
}
