namespace Voucherify.Loyalties.Queue;

/// <summary>The numbers of a job.</summary>
public sealed record JobProgress
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>How far it is.</summary>
    public required JobState State { get; init; }

    /// <summary>How many items it has.</summary>
    public long Total { get; init; }

    /// <summary>How many wait for their turn or are being sent.</summary>
    public long Pending { get; init; }

    /// <summary>How many were sent and are not settled: their outcome is unknown, or the service has only recorded them.</summary>
    public long Unknown { get; init; }

    /// <summary>How many were applied.</summary>
    public long Applied { get; init; }

    /// <summary>How many are dead letters.</summary>
    public long DeadLetters { get; init; }

    /// <summary>How many were discarded before they were sent.</summary>
    public long Discarded { get; init; }

    /// <summary>How many were seen in the list of their program.</summary>
    public long Verified { get; init; }

    /// <summary>How often an item was sent.</summary>
    public long Sends { get; init; }

    /// <summary>Why the whole queue is paused; null if it is not.</summary>
    public AdjustmentError? PausedBy { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool HasEnded => State is JobState.Completed or JobState.CompletedWithDeadLetters
        || (State == JobState.Cancelled && Pending == 0 && Unknown == 0);
}
