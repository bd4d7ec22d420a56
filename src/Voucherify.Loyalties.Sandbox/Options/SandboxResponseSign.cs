namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>The sign of <c>points</c> in the response to a balance adjustment. The vendor's examples contradict each other.</summary>
public enum SandboxResponseSign
{
    /// <summary>As in the request: removing 100 points returns <c>-100</c>.</summary>
    AsRequested = 0,

    /// <summary>Without a sign: removing 100 points returns <c>100</c>.</summary>
    Absolute = 1,
}
