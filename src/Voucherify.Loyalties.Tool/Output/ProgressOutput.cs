namespace Voucherify.Loyalties.Tool.Output;

/// <summary>How far a job is. One line is written for each change.</summary>
internal sealed record ProgressOutput
{
    public required string Job { get; init; }

    public required string State { get; init; }

    public long Total { get; init; }

    public long Applied { get; init; }

    public long Verified { get; init; }

    public long Pending { get; init; }

    public long Unknown { get; init; }

    public long DeadLetters { get; init; }

    public long Discarded { get; init; }

    /// <summary>Why the queue is paused, or null.</summary>
    public string? PausedBy { get; init; }
}
