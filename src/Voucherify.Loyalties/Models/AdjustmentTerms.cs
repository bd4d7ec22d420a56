using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Models;

/// <summary>What an adjustment does, to tell whether two calls with one id want the same.</summary>
/// <param name="Points">The points; below zero for a removal.</param>
/// <param name="ExpirationType">When the points expire; null for the rule of the program.</param>
/// <param name="ExpirationDate">The day on which they expire; null for none of its own.</param>
internal readonly record struct AdjustmentTerms(
    long Points, PointsExpirationType? ExpirationType = null, DateOnly? ExpirationDate = null)
{
    /// <summary>The terms of an adjustment of version 1 of the API.</summary>
    public static AdjustmentTerms Of(AdjustBalanceRequest adjustment) =>
        new(adjustment.Points, adjustment.ExpirationType, adjustment.ExpirationDate);
}
