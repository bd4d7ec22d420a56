namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The deletion of a campaign, the only asynchronous action of the sandbox.</summary>
/// <param name="Id">The id, <c>aa_...</c>.</param>
/// <param name="RequestId">The request that started it.</param>
/// <param name="Cards">How many cards are deleted.</param>
/// <param name="CreatedAt">When it was started.</param>
internal sealed record DeletionJob(string Id, string RequestId, int Cards, DateTimeOffset CreatedAt);
