namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The deletion of a campaign: the only work of this kind that the sandbox has.</summary>
/// <param name="Id">The id, <c>aa_...</c>.</param>
/// <param name="RequestId">The request that asked for it.</param>
/// <param name="Cards">How many cards are deleted.</param>
/// <param name="CreatedAt">When it was asked for.</param>
internal sealed record DeletionJob(string Id, string RequestId, int Cards, DateTimeOffset CreatedAt);
