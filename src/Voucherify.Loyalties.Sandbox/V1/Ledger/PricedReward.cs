using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A reward at the price for one member.</summary>
/// <param name="Reward">The reward.</param>
/// <param name="Points">The price.</param>
/// <param name="AssignmentId">The assignment to the member's campaign, or null if there is none.</param>
/// <param name="TierId">The tier of the member, or null for a member without a tier.</param>
internal sealed record PricedReward(StoredReward Reward, long Points, string? AssignmentId, string? TierId);
