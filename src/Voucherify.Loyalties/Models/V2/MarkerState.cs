namespace Voucherify.Loyalties.V2;

/// <summary>What became of the reason of an adjustment and of its marker.</summary>
public enum MarkerState
{
    /// <summary>The service lists no reason, or one without the marker. A lost adjustment is then never recognized.</summary>
    Missing,

    /// <summary>The reason is altered, and the marker can be read. A lost adjustment is recognized.</summary>
    Altered,

    /// <summary>The reason is kept as it was sent.</summary>
    Kept,
}
