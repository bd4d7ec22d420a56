namespace Voucherify.Loyalties.Queue.Store;

/// <summary>How a claim ended.</summary>
internal enum SendOutcomeKind
{
    /// <summary>The service has answered that it applies the adjustment.</summary>
    Applied,

    /// <summary>The adjustment was found in the list: it was applied before.</summary>
    Found,

    /// <summary>The service has recorded the adjustment and will apply or reject it.</summary>
    Recorded,

    /// <summary>It is not known whether it was applied.</summary>
    Unknown,

    /// <summary>It was certainly not sent, or certainly not accepted for a reason that passes.</summary>
    NotSent,

    /// <summary>It was certainly not applied, and never will be.</summary>
    Dead,
}
