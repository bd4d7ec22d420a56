namespace Voucherify.Loyalties.Queue;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Its items are being stored. None is sent before the last one is stored.</summary>
    Submitting,

    /// <summary>Its items are being sent and settled.</summary>
    Running,

    /// <summary>An operator has paused it, or the whole queue is paused.</summary>
    Paused,

    /// <summary>All its items were applied.</summary>
    Completed,

    /// <summary>It has ended, and some items are dead letters.</summary>
    CompletedWithDeadLetters,

    /// <summary>An operator has cancelled it. What was sent before stays.</summary>
    Cancelled,
}
