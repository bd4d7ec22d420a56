namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A reward at the price for one member.</summary>
/// <param name="Id">The id of the reward, <c>rew_...</c>.</param>
/// <param name="Name">The name of the reward.</param>
/// <param name="Points">The price.</param>
/// <param name="AssignmentId">The assignment to the member's campaign, or null if there is none.</param>
internal sealed record PricedReward(string Id, string Name, long Points, string? AssignmentId);
