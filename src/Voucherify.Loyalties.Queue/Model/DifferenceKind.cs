namespace Voucherify.Loyalties.Queue;

/// <summary>How a job and the service differ.</summary>
public enum DifferenceKind
{
    /// <summary>The queue says that it was applied, and the list does not have it.</summary>
    Missing,

    /// <summary>The list has it more than once.</summary>
    AppliedTwice,

    /// <summary>The list has its id with other points.</summary>
    OtherPoints,

    /// <summary>The list has it before one that stands before it in the job.</summary>
    OutOfOrder,

    /// <summary>It is a dead letter or was discarded, and the list has it.</summary>
    AppliedThoughNotSent,

    /// <summary>The list has its id on another card only.</summary>
    OtherCard,
}
