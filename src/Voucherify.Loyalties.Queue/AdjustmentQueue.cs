using System.Data.Common;
using System.Diagnostics;
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

        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: var id } ? id : null;
        return await store
            .AddAsync(rows => rows.Enqueue(items, jobId: null, trace, rows.Now), transaction, cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<AdjustmentStatus?> GetAsync(
        string cardId, string sourceId, CancellationToken cancellationToken = default) => store.QueryAsync(
        rows => (rows.Find(QueuedAdjustment.Prefix + cardId, sourceId) ?? rows.Find(QueuedCardAdjustment.Prefix + cardId, sourceId))
            ?.ToStatus(),
        cancellationToken);

    public IAsyncEnumerable<AdjustmentStatus> ListAsync(AdjustmentFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return store.ListAsync(filter, PageSize, static (_, row) => row.ToStatus(), cancellationToken);
    }

    public Task<int> RetryAsync(
        AdjustmentFilter filter, bool atTheEnd = false, CancellationToken cancellationToken = default) => store.ChangeAsync(
        rows => rows.Retry(rows.List(filter with { State = AdjustmentState.DeadLetter }, 0, int.MaxValue), atTheEnd, BlocksCard),
        cancellationToken);

    public Task<int> DiscardAsync(AdjustmentFilter filter, CancellationToken cancellationToken = default) =>
        store.ChangeAsync(rows => rows.Discard(rows.List(filter, 0, int.MaxValue), BlocksCard), cancellationToken);

    public Task PauseAsync(CancellationToken cancellationToken = default) => store.ChangeAsync(
        rows => rows.State = rows.State with
        {
            Pause = new AdjustmentError(AdjustmentErrorKinds.Operator, "An operator paused the queue."),
            PausedAt = rows.Now,
            ProbeAt = null,
        },
        cancellationToken);

    public Task ResumeAsync(CancellationToken cancellationToken = default) => store.ChangeAsync(
        rows => rows.State = rows.State with { Pause = null, PausedAt = null, ProbeAt = null }, cancellationToken);

    public Task<AdjustmentError?> GetPauseAsync(CancellationToken cancellationToken = default) =>
        store.QueryAsync(static rows => rows.State.Pause, cancellationToken);

    public Task MarkRestoredAsync(CancellationToken cancellationToken = default) =>
        store.ChangeAsync(static rows => rows.MarkRestored(), cancellationToken);

    public Task ConfirmRestoredAsync(CancellationToken cancellationToken = default) =>
        store.ChangeAsync(static rows => rows.ConfirmRestored(), cancellationToken);
}
