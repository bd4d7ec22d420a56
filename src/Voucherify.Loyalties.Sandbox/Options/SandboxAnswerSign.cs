namespace Voucherify.Loyalties.Sandbox;

/// <summary>The sign of <c>points</c> in the answer to a balance adjustment. The vendor's examples contradict each other.</summary>
public enum SandboxAnswerSign
{
    /// <summary>As in the request: removing 100 points answers <c>-100</c>.</summary>
    AsRequested = 0,

    /// <summary>Without a sign: removing 100 points answers <c>100</c>.</summary>
    Absolute = 1,
}
