namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>An adjustment as it is planned.</summary>
internal sealed record PlannedAdjustment
{
    public required string SourceId { get; init; }

    /// <summary>The number of the member, from 1.</summary>
    public required int Member { get; init; }

    public required long Points { get; init; }

    public string? Reason { get; init; }

    public required TimeSpan StartsAt { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>When its first caller cancels; null for never.</summary>
    public TimeSpan? CancelAfter { get; init; }

    /// <summary>Whether it is made by the call that credits once.</summary>
    public bool IsOnce { get; init; }

    /// <summary>How many more callers make the call that credits once at about the same time.</summary>
    public int Clicks { get; init; }

    /// <summary>Whether its first call returns when it is recorded.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>How long after an unknown outcome it is resumed; null if it is resumed only in the end.</summary>
    public TimeSpan? ResumeAfter { get; init; }

    /// <summary>Whether the one who resumes it knows when it was sent.</summary>
    public bool KnowsWhen { get; init; }

    /// <summary>How long after its first call a member of the staff adjusts by the same points; null for never.</summary>
    public TimeSpan? StaffAfter { get; init; }
}
