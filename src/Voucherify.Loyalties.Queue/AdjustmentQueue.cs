using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue;

/// <summary>The queue over a store.</summary>
internal sealed class AdjustmentQueue(AdjustmentStore store, AdjustmentQueueOptions options) : IAdjustmentQueue
{
    private const int PageSize = 500;

    private bool BlocksCard => options.AfterDeadLetter == AfterDeadLetter.BlockCard;

    public Task<EnqueueResult> EnqueueAsync(
        QueuedItem item, DbTransaction? transaction = null, CancellationToken cancellationToken = default) =>
        EnqueueAllAsync([item], transaction, cancellationToken);

    public async Task<EnqueueResult> EnqueueAllAsync(
        IReadOnlyCollection<QueuedItem> items, DbTransaction? transaction = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
            item.Check();
        }

        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: var id } ? id : null;
        var result = transaction is null
            ? await store.RunAsync(Enqueue, cancellationToken).ConfigureAwait(false)
            : await store.RunInAsync(transaction, Enqueue, cancellationToken).ConfigureAwait(false);
        store.Wake();
        return result;

        EnqueueResult Enqueue(IQueueRows rows) => rows.Enqueue(items, jobId: null, trace, store.Now);
    }

    public Task<AdjustmentStatus?> GetAsync(string cardId, string sourceId, CancellationToken cancellationToken = default) => ReadAsync(
        rows => (rows.Find(QueuedAdjustment.Prefix + cardId, sourceId) ?? rows.Find(QueuedCardAdjustment.Prefix + cardId, sourceId))
            ?.ToStatus(),
        cancellationToken);

    public async IAsyncEnumerable<AdjustmentStatus> ListAsync(
        AdjustmentFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        for (long last = 0; ;)
        {
            var page = await ReadAsync(rows => rows.List(filter, last, PageSize), cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                yield return row.ToStatus();
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }

    public Task<int> RetryAsync(AdjustmentFilter filter, bool atTheEnd = false, CancellationToken cancellationToken = default) => RunAsync(
        rows => rows.Retry(rows.List(filter with { State = AdjustmentState.DeadLetter }, 0, int.MaxValue), atTheEnd, BlocksCard),
        cancellationToken);

    public Task<int> DiscardAsync(AdjustmentFilter filter, CancellationToken cancellationToken = default) =>
        RunAsync(rows => rows.Discard(rows.List(filter, 0, int.MaxValue), BlocksCard), cancellationToken);

    public Task PauseAsync(CancellationToken cancellationToken = default) => RunAsync(
        rows => rows.State = rows.State with
        {
            Pause = new AdjustmentError(AdjustmentErrorKinds.Operator, "An operator paused the queue."),
            PausedAt = store.Now,
            ProbeAt = null,
        },
        cancellationToken);

    public Task ResumeAsync(CancellationToken cancellationToken = default) => RunAsync(
        rows => rows.State = rows.State with { Pause = null, PausedAt = null, ProbeAt = null }, cancellationToken);

    public Task<AdjustmentError?> GetPauseAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(static rows => rows.State.Pause, cancellationToken);

    public Task MarkRestoredAsync(CancellationToken cancellationToken = default) =>
        RunAsync(static rows => rows.MarkRestored(), cancellationToken);

    private async Task<T> RunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        var result = await store.RunAsync(work, cancellationToken).ConfigureAwait(false);
        store.Wake();
        return result;
    }

    private async Task<T> ReadAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        await store.InitializeAsync(cancellationToken).ConfigureAwait(false);
        return await store.ReadAsync(work, cancellationToken).ConfigureAwait(false);
    }
}
