namespace Voucherify.Loyalties.Queue;

/// <summary>The values of <see cref="AdjustmentError.Kind"/>.</summary>
public static class AdjustmentErrorKinds
{
    /// <summary>The service refused the adjustment.</summary>
    public const string Refused = "refused";

    /// <summary>The service had recorded the adjustment and then rejected it.</summary>
    public const string Rejected = "rejected";

    /// <summary>The id belongs to another adjustment of the card.</summary>
    public const string Conflict = "conflict";

    /// <summary>The client refused to send it: it is not valid.</summary>
    public const string Invalid = "invalid";

    /// <summary>
    /// A transaction may be this adjustment, changed on the way; or the card no longer exists. It was not sent again, and an operator must
    /// decide.
    /// </summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>After a restore, a later adjustment of the card was found and this one was not: to send it now would invert them.</summary>
    public const string Overtaken = "overtaken";

    /// <summary>The key was refused (401 or 403), or the plan must be paid (402): the queue is paused.</summary>
    public const string Access = "access";

    /// <summary>The calls of the plan's cycle, or those of <see cref="AdjustmentQueueOptions.MaxCallsPerCycle"/>, are used up.</summary>
    public const string Cycle = "cycle";

    /// <summary>An operator paused the queue.</summary>
    public const string Operator = "operator";
}
