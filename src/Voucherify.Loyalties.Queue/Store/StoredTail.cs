namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What is known about the list of a campaign. One worker reads it at a time.</summary>
internal sealed record StoredTail
{
    public required string Campaign { get; init; }

    /// <summary>The service's clock at the last complete reading; null if it was never read.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>When the last reading ended, or when the list was first needed, by the clock of the store.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>Whether the last reading was one page at most.</summary>
    public bool IsShort { get; init; }

    /// <summary>The worker that reads it; null if no worker does.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when it has the list.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }
}
