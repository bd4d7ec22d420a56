namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The one row about the whole queue.</summary>
internal sealed record QueueState
{
    /// <summary>Tells stores with the same name apart.</summary>
    public required string StoreId { get; init; }

    /// <summary>Changes when the store was restored from a copy: workers that remember another one stop.</summary>
    public long Epoch { get; init; } = 1;

    /// <summary>Raised by each claim.</summary>
    public long Beat { get; init; }

    /// <summary>Whether it was restored and not compared with the service since: nothing is sent until then.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The worker that compares the rows after a restore; null if no worker does.</summary>
    public string? Comparer { get; init; }

    /// <summary>Until when it is the one, if it says nothing.</summary>
    public DateTimeOffset? ComparesUntil { get; init; }

    /// <summary>
    /// After a restore, since when rows may have been lost: whatever is enqueued may be one of them, and is looked up before it is sent.
    /// Null once it is confirmed that none is enqueued again.
    /// </summary>
    public DateTimeOffset? LostSince { get; init; }

    /// <summary>When rows were claimed last; null if none was.</summary>
    public DateTimeOffset? LastClaimAt { get; init; }

    /// <summary>When the next call is due by the rate; null if none was made.</summary>
    public DateTimeOffset? NextCallAt { get; init; }

    public long CallsInCycle { get; init; }

    public DateTimeOffset? CycleEndsAt { get; init; }

    /// <summary>Why the queue is paused; null if it is not.</summary>
    public AdjustmentError? Pause { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>When one item may be claimed to find out whether the reason for the pause is gone.</summary>
    public DateTimeOffset? ProbeAt { get; init; }
}
