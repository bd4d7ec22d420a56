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

    /// <summary>Every 4xx counts as a rejection of the service.</summary>
    OriginOfRejections,

    /// <summary>Every 500 counts as an error of the service, so that its shorter window applies.</summary>
    OriginOfErrors,

    /// <summary>The points in a response to an adjustment are not compared with the request.</summary>
    PointsInResponses,

    /// <summary>An error body with status 200 counts as a success if it has a balance.</summary>
    ErrorBodies,

    /// <summary>Every list counts as fresh.</summary>
    FreshLists,

    /// <summary>The order of a list is not checked.</summary>
    OrderOfLists,

    /// <summary>A list without <c>has_more</c> counts as complete.</summary>
    EndOfLists,

    /// <summary>A transaction whose <c>source_id</c> was altered counts as another one.</summary>
    SimilarIds,

    /// <summary>The service may list a transaction after the window.</summary>
    WindowForLists,

    /// <summary>An id that was applied is not remembered, so a second click looks for it before it is listed.</summary>
    AppliedMemory,

    /// <summary>What a plain call has applied is not remembered for the call that credits once.</summary>
    PlainMemory,

    /// <summary>A caller does not join the call that has the id: each one looks and sends by itself.</summary>
    Joining,

    /// <summary>A send that was evicted while it could still be applied leaves no trace.</summary>
    EvictionFloor,

    /// <summary>A card that is opened by hand takes what is remembered of sends with it.</summary>
    ReopenMemory,

    /// <summary>A caller who asks late for the outcome gets what was known first, although the write was sent again.</summary>
    LateVerdict,

    /// <summary>A lookup counts from its end: what it has read may be as old as an attempt can take.</summary>
    StartOfLookups,

    /// <summary>If the call that several callers have joined gives up, each of them sends.</summary>
    SingleSender,

    /// <summary>A caller that takes over sends without a lookup of its own.</summary>
    TakeoverLookup,

    /// <summary>The cancellation of one caller ends the calls of the others.</summary>
    CancellationOfOthers,
}
