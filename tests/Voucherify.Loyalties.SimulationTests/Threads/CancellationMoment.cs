namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>When a call is cancelled.</summary>
internal enum CancellationMoment
{
    /// <summary>Before it is made.</summary>
    Before,

    /// <summary>By another thread, at any time.</summary>
    AnyTime,

    /// <summary>Directly before a request is executed.</summary>
    BeforeRequest,

    /// <summary>Directly after a request was executed.</summary>
    AfterRequest,
}
