using Voucherify.Loyalties.Resources.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>Checks adjustments of version 2 of the API before they are stored.</summary>
public static class PendingAdjustmentExtensions
{
    /// <summary>Refuses what the client would refuse to send.</summary>
    /// <param name="adjustment">The adjustment, with its ids.</param>
    /// <exception cref="ArgumentException">An id or the adjustment is not valid.</exception>
    public static void ThrowIfInvalid(this PendingAdjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        _ = adjustment.Card;
        AdjustCardPointsRules.Check(adjustment.ToRequest());
    }
}
