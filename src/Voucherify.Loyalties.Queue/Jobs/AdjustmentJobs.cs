using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Verification;

namespace Voucherify.Loyalties.Queue.Jobs;

/// <summary>The jobs over a store.</summary>
internal sealed class AdjustmentJobs(AdjustmentStore store, AdjustmentQueueOptions options, TimeProvider time, Func<ILoyaltyClient> client)
    : IAdjustmentJobs
{
    private const int ChunkSize = 5000;

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    public async Task<JobPlan> PlanAsync(IAsyncEnumerable<QueuedItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var rate = new CallRate(client(), options).Current().PerMinute;
        var planner = new JobPlanner(options, client().Times.SettleDelay, rate);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            item.Check();
            planner.Add(item);
        }

        return planner.Plan();
    }

    public async Task<JobProgress> SubmitAsync(
        string jobId, IAsyncEnumerable<QueuedItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        ArgumentNullException.ThrowIfNull(items);
        var job = await store.ChangeAsync(rows => rows.BeginJob(jobId, rows.Now), cancellationToken).ConfigureAwait(false);
        using var hash = new JobHash();
        var chunk = new List<QueuedItem>(ChunkSize);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            item.Check();
            hash.Add(item);
            chunk.Add(item);
            if (chunk.Count == ChunkSize)
            {
                await StoreAsync(job, chunk, cancellationToken).ConfigureAwait(false);
            }
        }

        await StoreAsync(job, chunk, cancellationToken).ConfigureAwait(false);
        var (total, end) = (hash.Count, hash.End());
        await store.ChangeAsync(rows => rows.EndSubmit(jobId, total, end), cancellationToken).ConfigureAwait(false);
        return (await GetProgressAsync(jobId, cancellationToken).ConfigureAwait(false))!;
    }

    public Task<JobProgress?> GetProgressAsync(string jobId, CancellationToken cancellationToken = default) =>
        store.QueryAsync(rows => rows.Progress(jobId), cancellationToken);

    public async IAsyncEnumerable<JobProgress> WatchAsync(
        string jobId, TimeSpan? interval = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var progress = await GetProgressAsync(jobId, cancellationToken).ConfigureAwait(false)
                ?? throw new ArgumentException($"There is no job '{jobId}'.", nameof(jobId));
            yield return progress;
            if (progress.HasEnded)
            {
                yield break;
            }

            await Task.Delay(interval ?? DefaultInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<JobProgress> WaitAsync(string jobId, CancellationToken cancellationToken = default)
    {
        JobProgress? last = null;
        await foreach (var progress in WatchAsync(jobId, interval: null, cancellationToken).ConfigureAwait(false))
        {
            last = progress;
        }

        return last!.State == JobState.Completed
            ? last
            : throw new AdjustmentJobFailedException(
                $"The job '{jobId}' has ended as {last.State}: {last.Applied} applied, {last.DeadLetters} dead letters.", last);
    }

    public Task PauseAsync(string jobId, CancellationToken cancellationToken = default) =>
        ChangeAsync(jobId, JobState.Running, JobState.Paused, cancellationToken);

    public Task ResumeAsync(string jobId, CancellationToken cancellationToken = default) =>
        ChangeAsync(jobId, JobState.Paused, JobState.Running, cancellationToken);

    public Task CancelAsync(string jobId, CancellationToken cancellationToken = default)
    {
        var blocksCard = options.AfterDeadLetter == AfterDeadLetter.BlockCard;
        return store.ChangeAsync(rows => rows.CancelJob(jobId, blocksCard), cancellationToken);
    }

    public Task<JobVerification> VerifyAsync(string jobId, CancellationToken cancellationToken = default) =>
        JobVerifier.VerifyAsync(store, client(), jobId, cancellationToken);

    private async Task StoreAsync(StoredJob job, List<QueuedItem> chunk, CancellationToken cancellationToken)
    {
        // The items of a job that is complete are only compared.
        if (job.State == JobState.Submitting && chunk.Count > 0)
        {
            await store
                .InsertAsync(rows => rows.Enqueue(chunk, job.JobId, traceParent: null, rows.Now), cancellationToken)
                .ConfigureAwait(false);
        }

        chunk.Clear();
    }

    private Task<bool> ChangeAsync(string jobId, JobState from, JobState to, CancellationToken cancellationToken) =>
        store.ChangeAsync(rows => rows.ChangeJob(jobId, from, to), cancellationToken);
}
