namespace Voucherify.Loyalties.Ordering;

/// <summary>What is known about a call that has ended.</summary>
internal enum CardOutcomeKind
{
    /// <summary>It can have no further effect.</summary>
    Settled,

    /// <summary>Its effect is on its way.</summary>
    Answered,

    /// <summary>It may have been applied, or may still be.</summary>
    Unknown,
}
