namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A refund of a purchase, which is approved at once (documented).</summary>
/// <param name="Id">The id, <c>lrtx_...</c>.</param>
/// <param name="Purchase">The purchase.</param>
/// <param name="Movement">The movement that returns the points.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record RewardRefund(string Id, RewardPurchase Purchase, CardTransaction Movement, DateTimeOffset CreatedAt);
