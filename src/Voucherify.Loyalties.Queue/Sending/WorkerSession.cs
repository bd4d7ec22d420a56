using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>What a worker has started with.</summary>
/// <param name="Owner">A new random id for each start.</param>
/// <param name="StoreId">The store.</param>
/// <param name="Epoch">The epoch of the store.</param>
/// <param name="Times">The times and rules.</param>
internal sealed record WorkerSession(string Owner, string StoreId, long Epoch, QueueTimes Times)
{
    /// <summary>Begins with a store. If this is its only worker, it takes over what earlier ones left.</summary>
    public static async Task<WorkerSession> BeginAsync(
        AdjustmentStore store, LoyaltyTimes client, AdjustmentQueueOptions options, CancellationToken cancellationToken)
    {
        var times = new QueueTimes(
            options.SendWindow,
            client.AttemptTimeout,
            client.NoAnswerWindow,
            client.SettleDelay,
            options.AfterDeadLetter == AfterDeadLetter.BlockCard);
        var state = await store
            .RunAsync(rows => store.AllowsManyWorkers ? rows.State : rows.BeginAlone(times, rows.Now), cancellationToken)
            .ConfigureAwait(false);
        return new(Guid.NewGuid().ToString("N"), state.StoreId, state.Epoch, times);
    }
}
