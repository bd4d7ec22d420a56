namespace Voucherify.Loyalties.V1;

/// <summary>What the transactions of a card show about an adjustment.</summary>
public enum AdjustmentFinding
{
    /// <summary>It is not listed. If it was sent, it may still be applied until its window has passed.</summary>
    Absent,

    /// <summary>A transaction may be the adjustment, changed on the way: an operator must decide.</summary>
    Doubtful,

    /// <summary>The <c>source_id</c> belongs to an adjustment with other points or in the other direction.</summary>
    Conflict,

    /// <summary>It was applied.</summary>
    Applied,
}
