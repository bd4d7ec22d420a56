namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>The status of pending points.</summary>
public enum SandboxPendingPointsStatus
{
    /// <summary>They wait for their day, <c>PENDING</c>.</summary>
    Pending = 0,

    /// <summary>They are part of the balance, <c>ACTIVATED</c>.</summary>
    Activated = 1,

    /// <summary>They were canceled, <c>CANCELED</c>.</summary>
    Canceled = 2,
}
