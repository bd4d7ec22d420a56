namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What a bought reward gave.</summary>
/// <param name="CodeId">The id of the coupon or the gift card, or null.</param>
/// <param name="Code">Its code, or null.</param>
/// <param name="Target">The movement that added the points of the reward, or null.</param>
internal sealed record RewardFulfilment(string? CodeId, string? Code, CardTransaction? Target);
