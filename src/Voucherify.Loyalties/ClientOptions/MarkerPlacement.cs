namespace Voucherify.Loyalties;

/// <summary>Where the client puts the marker of an adjustment of version 2 of the API.</summary>
public enum MarkerPlacement
{
    /// <summary>At the end of the reason: <c>Welcome [#order-1001]</c>.</summary>
    InReason,

    /// <summary>Nowhere: the reason is sent as it is.</summary>
    None,
}
