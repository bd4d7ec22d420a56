namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What a transaction says about a write.</summary>
internal enum RowVerdict
{
    /// <summary>It is about something else.</summary>
    Unrelated,

    /// <summary>The write was applied.</summary>
    Applied,

    /// <summary>The service has recorded the write, and will apply or reject it.</summary>
    Recorded,

    /// <summary>The service has recorded the write, and has rejected it.</summary>
    Rejected,

    /// <summary>The id belongs to another write.</summary>
    Conflict,

    /// <summary>It is about the same as the write, which has no id: it is the write, or another one.</summary>
    Candidate,

    /// <summary>It may be the write, changed on the way: the write is neither proven nor absent.</summary>
    Doubtful,
}
