namespace Voucherify.Loyalties.Resilience;

/// <summary>Why calls are held back.</summary>
internal enum HoldCause
{
    /// <summary>An earlier response said that no calls are left.</summary>
    UsedUp,

    /// <summary>The service refused another call with 429.</summary>
    Refused,
}
