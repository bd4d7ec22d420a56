namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>What a proof switches off, to see that the simulation notices.</summary>
internal enum DisabledSafeguard
{
    Nothing,

    /// <summary>An unknown outcome is repeated blindly.</summary>
    Reconcile,

    /// <summary>The first look that finds nothing counts.</summary>
    Window,

    /// <summary>Transactions tell neither their type nor their points, so that every one with the id matches.</summary>
    AmountMatch,

    /// <summary>Calls pass by the queue of their card.</summary>
    Sequencer,

    /// <summary>The next call does not wait for the effect of the one before.</summary>
    Settle,

    /// <summary>All cards stand in one line.</summary>
    Lines,

    /// <summary>A refusal that follows an unknown attempt is taken for the outcome.</summary>
    UnknownBeforeRejected,
}
