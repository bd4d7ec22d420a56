namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The numbers of a queue at one moment.</summary>
/// <param name="Depth">How many rows are in each state that is not the end.</param>
/// <param name="OldestAge">The age of the oldest row: the time since its first send, or since it was enqueued if it was never sent.</param>
/// <param name="CallsLeft">How many calls are left in the cycle; null without a cap.</param>
internal sealed record QueueSnapshot(
    IReadOnlyDictionary<AdjustmentState, long> Depth, IReadOnlyDictionary<AdjustmentState, TimeSpan> OldestAge, long? CallsLeft);
