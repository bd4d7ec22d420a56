using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>Keeps the numbers of the gauges up to date. Reading a gauge never waits for the store.</summary>
internal sealed class GaugeRefresh(AdjustmentStore store, WorkerSettings settings)
{
    /// <summary>How old the numbers may be.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long? _takenAt;

    /// <summary>Takes a snapshot if one is due and something listens.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.Metrics.WantsSnapshots || (_takenAt is { } at && settings.Time.GetElapsedTime(at) < Interval))
        {
            return;
        }

        _takenAt = settings.Time.GetTimestamp();
        settings.Metrics.Snapshot = await store
            .ReadAsync(rows => rows.Snapshot(settings.Options.MaxCallsPerCycle, store.Now), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Without a worker the numbers would stay what they are.</summary>
    public void Stop() => settings.Metrics.Snapshot = null;
}
