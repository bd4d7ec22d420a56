namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>A safeguard that a test disables, to see that the simulation notices.</summary>
internal enum DisabledSafeguard
{
    Nothing,

    /// <summary>An unknown outcome is repeated blindly.</summary>
    Reconcile,

    /// <summary>The first lookup that finds nothing counts.</summary>
    Window,

    /// <summary>Transactions show neither their type nor their points, so that every one with the id matches.</summary>
    AmountMatch,

    /// <summary>Calls bypass the queue of their card.</summary>
    Sequencer,

    /// <summary>The next call does not wait for the effect of the one before.</summary>
    Settle,

    /// <summary>All cards share one queue.</summary>
    CardQueues,

    /// <summary>A rejection that follows an attempt with an unknown outcome counts as the outcome.</summary>
    UnknownBeforeRejected,
}
