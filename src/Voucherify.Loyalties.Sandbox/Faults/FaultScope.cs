namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>The requests that a fault can strike.</summary>
internal static class FaultScope
{
    /// <summary>Whether a fault is drawn separately, so that it may strike in addition to another one.</summary>
    public static bool IsSeparate(SandboxFault fault) => fault is SandboxFault.ExtraLag or SandboxFault.ExtraListLag;

    /// <summary>Whether a request adjusts points, in either version of the API.</summary>
    public static bool IsAdjustment(RequestKind kind) => kind is RequestKind.Adjustment or RequestKind.CardAdjustment;

    /// <summary>Whether a fault can strike such a request.</summary>
    public static bool Includes(SandboxFault fault, SandboxFaultTargets target, RequestKind kind) => fault switch
    {
        SandboxFault.ExtraLag or SandboxFault.ExtraListLag or SandboxFault.OddProperty => target == SandboxFaultTargets.Writes,
        SandboxFault.MisroutedResponseBefore or SandboxFault.MisroutedResponseAfter => IsAdjustment(kind),
        SandboxFault.AscendingList or SandboxFault.CachedList or SandboxFault.StaleList =>
            kind is RequestKind.TransactionList || IsListOfV2(target, kind),
        SandboxFault.MissingHasMore or SandboxFault.AlteredSourceId => kind == RequestKind.TransactionList,
        SandboxFault.ExpireCursors => IsListOfV2(target, kind),
        SandboxFault.HideRow
            or SandboxFault.StallPending
            or SandboxFault.RejectLate
            or SandboxFault.AlterReason
            or SandboxFault.Reorder => kind == RequestKind.CardAdjustment || IsMovementOfV2(target, kind),
        _ => true,
    };

    private static bool IsListOfV2(SandboxFaultTargets target, RequestKind kind) =>
        kind is RequestKind.CardTransactionList or RequestKind.HistoryList
        || (kind == RequestKind.PointsMovement && target == SandboxFaultTargets.Reads);

    private static bool IsMovementOfV2(SandboxFaultTargets target, RequestKind kind) =>
        kind == RequestKind.PointsMovement && target == SandboxFaultTargets.Writes;
}
