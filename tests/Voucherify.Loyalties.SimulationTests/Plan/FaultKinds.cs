using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>Groups of faults.</summary>
internal static class FaultKinds
{
    /// <summary>The faults that strike only requests of the v2 API.</summary>
    public static SandboxFault[] OfV2 { get; } =
    [
        SandboxFault.HideRow, SandboxFault.StallPending, SandboxFault.RejectLate, SandboxFault.ExpireCursors, SandboxFault.AlterReason,
        SandboxFault.Reorder,
    ];

    /// <summary>The faults that strike a single request of the v1 API.</summary>
    public static SandboxFault[] Striking { get; } =
        [.. Enum.GetValues<SandboxFault>().Except([SandboxFault.ExtraLag, SandboxFault.ExtraListLag]).Except(OfV2)];

    /// <summary>
    /// The faults that a history can be about. Those that strike only some requests are there several times, because they strike less
    /// often.
    /// </summary>
    public static SandboxFault[] Drawn { get; } =
    [
        .. Striking,
        .. Enumerable.Repeat(SandboxFault.MisroutedResponseBefore, 4),
        .. Enumerable.Repeat(SandboxFault.MisroutedResponseAfter, 2),
        .. Enumerable.Repeat(SandboxFault.OddProperty, 4),
    ];

    /// <summary>The faults of lists of transactions.</summary>
    public static SandboxFault[] OfLists { get; } =
    [
        SandboxFault.AscendingList, SandboxFault.MissingHasMore, SandboxFault.CachedList, SandboxFault.StaleList,
        SandboxFault.AlteredSourceId,
    ];

    /// <summary>Faults that leave the outcome of a request unknown although it has its effect.</summary>
    public static SandboxFault[] AfterEffect { get; } =
    [
        SandboxFault.LoseResponse, SandboxFault.DeliverLate, SandboxFault.HangAfter, SandboxFault.ServerErrorAfter,
        SandboxFault.GatewayErrorLate, SandboxFault.GatewayRejectionAfter, SandboxFault.MisroutedResponseAfter, SandboxFault.Garble,
    ];

    /// <summary>
    /// The faults of the run on threads. The limit of the billing cycle would hold back every call for a month. The dates of responses have
    /// whole seconds: too coarse to tell a stale list from a fresh one if windows are shorter.
    /// </summary>
    public static SandboxFault[] OnThreads { get; } = [.. Striking.Except([SandboxFault.ThrottleCycle, SandboxFault.StaleList])];

    /// <summary>
    /// The faults of the run on threads with version 2. Reasons are kept as they were sent, so that everything is settled.
    /// </summary>
    public static SandboxFault[] OnThreadsOfV2 { get; } = [.. OnThreads, .. OfV2.Except([SandboxFault.AlterReason])];

    /// <summary>
    /// One fault for each event of the outcome table that a service can cause. The one that stays hidden where a token is renewed is there
    /// twice.
    /// </summary>
    public static SandboxFault[] OneOfEachEvent { get; } =
    [
        SandboxFault.RefuseConnection, SandboxFault.LoseResponse, SandboxFault.HangBefore, SandboxFault.ServerErrorAfter,
        SandboxFault.RequestTimeoutBefore, SandboxFault.ThrottleBulk, SandboxFault.ThrottleCycle, SandboxFault.Truncate,
        SandboxFault.Garble, SandboxFault.EmptyBody, SandboxFault.Redirect, SandboxFault.Unauthorized, SandboxFault.Unauthorized,
        SandboxFault.PaymentRequired, SandboxFault.Forbidden, SandboxFault.Conflict, SandboxFault.NotImplemented,
        SandboxFault.GatewayRejectionBefore, SandboxFault.GatewayRejectionAfter, SandboxFault.ProxyAuthenticationRequired,
    ];
}
