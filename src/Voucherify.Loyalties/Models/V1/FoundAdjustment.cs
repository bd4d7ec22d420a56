namespace Voucherify.Loyalties.V1;

/// <summary>What a lookup found about an adjustment.</summary>
/// <param name="Key">The adjustment.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Transaction">The transaction that shows it; null if the adjustment is absent.</param>
public sealed record FoundAdjustment(AdjustmentKey Key, AdjustmentFinding Finding, LoyaltyTransaction? Transaction);
