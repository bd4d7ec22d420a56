namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What a worker wants to send.</summary>
/// <param name="Owner">The worker.</param>
/// <param name="StoreId">The store that it started with.</param>
/// <param name="Epoch">The epoch that it started with.</param>
/// <param name="Max">How many slots are free.</param>
/// <param name="Limits">How many calls it may make.</param>
internal sealed record ClaimRequest(string Owner, string StoreId, long Epoch, int Max, CallLimits Limits);
