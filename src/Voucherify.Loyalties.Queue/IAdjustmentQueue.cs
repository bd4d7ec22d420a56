using System.Data.Common;

namespace Voucherify.Loyalties.Queue;

/// <summary>
/// A durable queue of adjustments: each has one effect, in the order of its card, whatever crashes. A worker sends them, in this process or
/// in another one with the same store.
/// </summary>
public interface IAdjustmentQueue
{
    /// <summary>Stores an adjustment. It is idempotent by the card and the <c>SourceId</c>.</summary>
    /// <param name="item">The adjustment.</param>
    /// <param name="transaction">
    /// Your own transaction in the database of the store, such as that which stores the order. The adjustment is sent if it commits, and
    /// never if it rolls back. Default: a transaction of its own.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="ArgumentException">The adjustment is not valid.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">The id is in the queue with other points; nothing was stored.</exception>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    Task<EnqueueResult> EnqueueAsync(QueuedItem item, DbTransaction? transaction = null, CancellationToken cancellationToken = default);

    /// <summary>Stores adjustments, all or none. The order of a card is the order of the collection.</summary>
    /// <param name="items">The adjustments.</param>
    /// <param name="transaction">Your own transaction. Default: a transaction of its own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="ArgumentException">An adjustment is not valid; nothing was stored.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">An id is in the queue with other points; nothing was stored.</exception>
    /// <exception cref="AdjustmentStoreException">The store cannot be used.</exception>
    Task<EnqueueResult> EnqueueAllAsync(
        IReadOnlyCollection<QueuedItem> items, DbTransaction? transaction = null, CancellationToken cancellationToken = default);

    /// <summary>Returns what has become of an adjustment; null if it is not in the queue.</summary>
    /// <param name="cardId">The code of the card in version 1, the id of the card in version 2.</param>
    /// <param name="sourceId">The id of the adjustment.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<AdjustmentStatus?> GetAsync(string cardId, string sourceId, CancellationToken cancellationToken = default);

    /// <summary>Lists adjustments, in the order in which they were stored.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    IAsyncEnumerable<AdjustmentStatus> ListAsync(AdjustmentFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Puts dead letters back. Each is looked up before it is sent.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="atTheEnd">
    /// Whether they follow all others of their cards. Default: <see langword="false"/>, at their old places, which is refused if a later
    /// adjustment of the card was sent already.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many.</returns>
    /// <exception cref="InvalidOperationException">An old place would invert the order of its card; nothing was changed.</exception>
    Task<int> RetryAsync(AdjustmentFilter filter, bool atTheEnd = false, CancellationToken cancellationToken = default);

    /// <summary>Removes dead letters and adjustments that were certainly never sent. Others stay: their outcome is settled first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many.</returns>
    Task<int> DiscardAsync(AdjustmentFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Stops sending until <see cref="ResumeAsync"/>. What was sent is settled on.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task PauseAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends a pause, whatever its reason was.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ResumeAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns why the queue is paused; null if it is not.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<AdjustmentError?> GetPauseAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that the store was restored from a copy. Call it before a worker uses the copy: what was sent after the copy was made is not in
    /// it, so the worker waits, and looks up everything that is open before it sends. What was enqueued after the copy was made is not in
    /// it either, and your program may enqueue it again. So until <see cref="ConfirmRestoredAsync"/>, each new adjustment is looked up
    /// before it is sent, which is one call more.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task MarkRestoredAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that nothing that was lost with the old store will be enqueued again, so that new adjustments are sent without a lookup. Call
    /// it when your program has enqueued again whatever was missing after <see cref="MarkRestoredAsync"/>. Without a restore, it changes
    /// nothing.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ConfirmRestoredAsync(CancellationToken cancellationToken = default);
}
