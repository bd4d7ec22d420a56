namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What waits for a worker, which starts a transaction only if there is something to do.</summary>
/// <param name="HasNew">Whether rows can be admitted.</param>
/// <param name="OldestClaimAt">When the row that is being sent for the longest time was claimed.</param>
/// <param name="NextClaimAt">When the next row may be claimed.</param>
/// <param name="NextLookAt">When the next row is looked up.</param>
/// <param name="NextCallAt">When the next call is due by the rate.</param>
/// <param name="IsStopped">Whether the queue is paused, or is being compared after a restore.</param>
internal sealed record DueWork(
    bool HasNew,
    DateTimeOffset? OldestClaimAt,
    DateTimeOffset? NextClaimAt,
    DateTimeOffset? NextLookAt,
    DateTimeOffset? NextCallAt,
    bool IsStopped);
