namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>What a request is about, for faults that strike only some requests.</summary>
internal enum RequestKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>An adjustment of a balance.</summary>
    Adjustment,

    /// <summary>A list of transactions.</summary>
    TransactionList,

    /// <summary>An adjustment of the points of a v2 card.</summary>
    CardAdjustment,

    /// <summary>A list of the transactions of a v2 card.</summary>
    CardTransactionList,

    /// <summary>A list of what happened to a v2 member or card, other than movements of points.</summary>
    HistoryList,

    /// <summary>Another movement of the points of v2 cards, or a list of them.</summary>
    PointsMovement,
}
