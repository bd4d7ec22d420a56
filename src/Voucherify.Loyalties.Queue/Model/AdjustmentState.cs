namespace Voucherify.Loyalties.Queue;

/// <summary>What has become of an adjustment.</summary>
public enum AdjustmentState
{
    /// <summary>It is stored, and has no place in the order of its card yet, for example because its job is not complete.</summary>
    New,

    /// <summary>It waits for its turn.</summary>
    Pending,

    /// <summary>A worker is about to send it, or sends it.</summary>
    Sending,

    /// <summary>It was sent, and whether it was applied is not known yet.</summary>
    Unknown,

    /// <summary>The service has recorded it and will apply or reject it, in version 2 of the API. It is never sent again.</summary>
    Recorded,

    /// <summary>It was applied.</summary>
    Applied,

    /// <summary>It was certainly not applied, or an operator must decide: see its error.</summary>
    DeadLetter,

    /// <summary>It was removed from the queue before it was sent.</summary>
    Discarded,
}
