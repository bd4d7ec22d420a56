using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue;

/// <summary>
/// A health check of the queue. It reads the store, and makes no call. Add it with
/// <c>services.AddHealthChecks().AddCheck&lt;AdjustmentQueueHealthCheck&gt;("voucherify-queue")</c>.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="client">
/// The client of the worker: how long a recorded adjustment may stay so depends on its window. Default: a client with default options.
/// </param>
public sealed class AdjustmentQueueHealthCheck(AdjustmentStore store, ILoyaltyClient? client = null) : IHealthCheck
{
    private static readonly TimeSpan LongestUnknown = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestReady = TimeSpan.FromMinutes(1);

    private readonly TimeSpan _longestRecorded = client?.Times.NoAnswerWindow ?? new ReconciliationOptions().NoAnswerWindow;

    /// <summary>Reads the state of the queue.</summary>
    /// <param name="context">The health check context.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Unhealthy if the store cannot be used, or if adjustments have been ready for a minute and no worker has claimed any. Degraded if the
    /// queue is paused, if it was restored and that is not confirmed, if there are dead letters, if an outcome is unknown for ten minutes,
    /// or if the service has recorded an adjustment and not applied it within the client's
    /// <see cref="ReconciliationOptions.NoAnswerWindow"/>.
    /// Otherwise healthy.
    /// </returns>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await store.QueryAsync(ResultOf, cancellationToken).ConfigureAwait(false);
        }
        catch (AdjustmentStoreException error)
        {
            return HealthCheckResult.Unhealthy("The store of the queue cannot be used.", error);
        }
    }

    private HealthCheckResult ResultOf(IQueueRows rows)
    {
        var now = rows.Now;
        if (IsIdle(rows, now))
        {
            return HealthCheckResult.Unhealthy("Adjustments are ready for a minute, and no worker has claimed any.");
        }

        var complaint = ComplaintOf(rows, now);
        return complaint is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(complaint);
    }

    // A worker that has more to do than its rate allows still claims now and then.
    private static bool IsIdle(IQueueRows rows, DateTimeOffset now)
    {
        var before = now - LongestReady;
        return rows.State is { Pause: null, IsRestored: false } state
            && !(state.LastClaimAt > before)
            && rows.ListClaimable(before, 1).Select(line => rows.Get(line.HeadId!.Value)).Concat(rows.ListAdmissible(1))
                .Any(row => row?.EnqueuedAt <= before);
    }

    private string? ComplaintOf(IQueueRows rows, DateTimeOffset now) => rows.State switch
    {
        { IsRestored: true } => "The store was restored, and is being compared with the service.",
        { Pause: { } pause } => $"The queue is paused: {pause.Message}",
        { LostSince: not null } => "The store was restored: new adjustments are looked up until ConfirmRestoredAsync.",
        _ when rows.Count(jobId: null).GetValueOrDefault(AdjustmentState.DeadLetter) is > 0 and var dead => $"{dead} dead letters.",
        _ => LateOutcomeOf(rows.OldestSends(), now),
    };

    private string? LateOutcomeOf(IReadOnlyDictionary<AdjustmentState, DateTimeOffset?> sends, DateTimeOffset now) =>
        sends.GetValueOrDefault(AdjustmentState.Unknown) < now - LongestUnknown
            ? "The outcome of an adjustment is unknown for longer than ten minutes."
        : sends.GetValueOrDefault(AdjustmentState.Recorded) < now - _longestRecorded
            ? "The service has recorded an adjustment and not applied it within its window."
        : null;
}
