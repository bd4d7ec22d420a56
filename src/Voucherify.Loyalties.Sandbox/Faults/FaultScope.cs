namespace Voucherify.Loyalties.Sandbox.Faults;

/// <summary>The requests that a fault can strike.</summary>
internal static class FaultScope
{
    /// <summary>Whether a fault is drawn separately, so that it may strike in addition to another one.</summary>
    public static bool IsSeparate(SandboxFault fault) => fault is SandboxFault.ExtraLag or SandboxFault.ExtraListLag;

    /// <summary>Whether a fault can strike such a request.</summary>
    public static bool Includes(SandboxFault fault, SandboxFaultTargets target, RequestKind kind) => fault switch
    {
        SandboxFault.ExtraLag or SandboxFault.ExtraListLag or SandboxFault.OddProperty => target == SandboxFaultTargets.Writes,
        SandboxFault.MisroutedResponseBefore or SandboxFault.MisroutedResponseAfter => kind == RequestKind.Adjustment,
        SandboxFault.AscendingList
            or SandboxFault.MissingHasMore
            or SandboxFault.CachedList
            or SandboxFault.StaleList
            or SandboxFault.AlteredSourceId => kind == RequestKind.TransactionList,
        _ => true,
    };
}
