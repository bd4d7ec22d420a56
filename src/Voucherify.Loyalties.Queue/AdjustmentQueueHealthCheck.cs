using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue;

/// <summary>
/// Tells whether the queue works: unhealthy if its store cannot be used; degraded if it is paused, has dead letters, was restored, or if
/// the outcome of an adjustment is unknown or recorded for longer than ten minutes.
/// </summary>
/// <param name="store">The store.</param>
public sealed class AdjustmentQueueHealthCheck(AdjustmentStore store) : IHealthCheck
{
    private static readonly TimeSpan LongestOpen = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var complaint = await store.QueryAsync(ComplaintOf, cancellationToken).ConfigureAwait(false);
            return complaint is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(complaint);
        }
        catch (AdjustmentStoreException error)
        {
            return HealthCheckResult.Unhealthy("The store of the queue cannot be used.", error);
        }
    }

    private static string? ComplaintOf(IQueueRows rows)
    {
        var before = rows.Now - LongestOpen;
        return rows.State switch
        {
            { IsRestored: true } => "The store was restored, and is being compared with the service.",
            { Pause: { } pause } => $"The queue is paused: {pause.Message}",
            _ when rows.Count(jobId: null).GetValueOrDefault(AdjustmentState.DeadLetter) is > 0 and var dead => $"{dead} dead letters.",
            _ when rows.OldestIn(AdjustmentState.Unknown) < before || rows.OldestIn(AdjustmentState.Recorded) < before =>
                "The outcome of an adjustment is open for longer than ten minutes.",
            _ => null,
        };
    }
}
