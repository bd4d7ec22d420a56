namespace Voucherify.Loyalties.Sandbox;

/// <summary>What became of pending points.</summary>
public enum SandboxPendingPointsStatus
{
    /// <summary>They wait for their day, <c>PENDING</c>.</summary>
    Pending = 0,

    /// <summary>They are on the card, <c>ACTIVATED</c>.</summary>
    Activated = 1,

    /// <summary>They are gone, <c>CANCELED</c>.</summary>
    Canceled = 2,
}
