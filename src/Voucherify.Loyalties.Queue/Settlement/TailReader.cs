using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Settlement;

/// <summary>
/// Reads the list of a program from its newest transaction back to where the last reading began, and matches it with the rows. One call
/// settles and verifies up to a hundred adjustments.
/// </summary>
internal sealed class TailReader(AdjustmentStore store, ILoyaltyClient client, WorkerSettings settings, WorkerSession session)
{
    private const int PageSize = 100;

    private readonly AdjustmentQueueOptions _options = settings.Options;

    /// <summary>Reads the list if that is due and no other worker does.</summary>
    /// <returns>Whether it was read.</returns>
    public async Task<bool> ReadAsync(TailPosition tail, CallLimits limits, CancellationToken cancellationToken)
    {
        if (!tail.IsDue(session.Owner, _options.SettleInterval, store.Now)
            || !await store.RunAsync(
                rows => rows.TakeTail(tail, session.Owner, _options.SettleInterval, limits, rows.Now), cancellationToken)
                .ConfigureAwait(false))
        {
            return false;
        }

        try
        {
            var (readUntil, pages) = await ReadPagesAsync(tail, limits, cancellationToken).ConfigureAwait(false);
            await LeaveAsync(tail.Campaign, readUntil, isShort: pages <= 1, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (LoyaltyException error) when (error is not AdjustmentStoreException)
        {
            // What could not be read proves nothing: the next reading begins at the same place.
            await LeaveAsync(tail.Campaign, readUntil: null, isShort: false, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    // Without the whole list there is no place where the next reading can begin.
    private async Task<(DateTimeOffset? ReadUntil, int Pages)> ReadPagesAsync(
        TailPosition tail, CallLimits limits, CancellationToken cancellationToken)
    {
        DateTimeOffset? asOf = null;
        DateTimeOffset? from = null;
        string? cursor = null;
        var pages = 0;
        do
        {
            if (pages > 0 && !await KeepAsync(tail.Campaign, limits, cancellationToken).ConfigureAwait(false))
            {
                return (null, pages);
            }

            settings.Metrics.Called(CallPurpose.Verify);
            var page = await ReadPageAsync(tail.Campaign, cursor, cancellationToken).ConfigureAwait(false);
            pages++;
            var rows = page.Data ?? [];
            if (pages == 1)
            {
                asOf = page.AsOf ?? (rows.Count > 0 ? rows[0].CreatedAt : null);
                from = FromOf(tail, asOf);
            }

            await MatchAsync(rows, asOf, cancellationToken).ConfigureAwait(false);
            var isLast = rows.Count < PageSize || page.HasMore == false || rows[^1].CreatedAt < from;
            cursor = isLast ? null : page.MoreStartingAfter ?? rows[^1].Id;
        }
        while (cursor is not null);

        return (asOf, pages);
    }

    private Task<bool> KeepAsync(string campaign, CallLimits limits, CancellationToken cancellationToken) =>
        store.RunAsync(rows => rows.KeepTail(campaign, session.Owner, limits, rows.Now), cancellationToken);

    private Task LeaveAsync(string campaign, DateTimeOffset? readUntil, bool isShort, CancellationToken cancellationToken) =>
        store.RunAsync(
            rows =>
            {
                var isSameEpoch = rows.State.Epoch == session.Epoch;
                rows.LeaveTail(campaign, session.Owner, isSameEpoch ? readUntil : null, isShort, rows.Now);
            },
            cancellationToken);

    private Task<TransactionList> ReadPageAsync(string campaign, string? cursor, CancellationToken cancellationToken) =>
        client.V1.Transactions.ListCampaignTransactionsPageAsync(
            campaign,
            new ListCampaignTransactionsQuery { Limit = PageSize, Order = TransactionOrder.IdDescending, StartingAfterId = cursor },
            cancellationToken: cancellationToken);

    // The list continues where the last reading began. The first one goes back to the oldest row that it must settle.
    private DateTimeOffset? FromOf(TailPosition tail, DateTimeOffset? asOf)
    {
        var oldest = asOf - (store.Now - tail.OldestSend) - QueueTimes.ClockMargin;
        return tail.Stored?.ReadUntil is { } until && until - _options.ListingOverlap > oldest ? until - _options.ListingOverlap : oldest;
    }

    private async Task MatchAsync(IReadOnlyList<LoyaltyTransaction> rows, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var offset = asOf is { } date ? store.Now - date : (TimeSpan?)null;
        var listed = rows.Where(static row => row.Points is not null && row.IsAdjustment()).Select(row => ToListed(row, offset)).ToList();
        var settled = await store
            .RunAsync(queue => queue.Match(listed, session.Epoch, session.Times, queue.Now), cancellationToken)
            .ConfigureAwait(false);
        settings.Metrics.Settled(settled, store.Now);
    }

    private static ListedRow ToListed(LoyaltyTransaction row, TimeSpan? offset) =>
        new(row.Id, row.SourceId, row.VoucherId, row.Signed(row.Points!.Value), row.CreatedAt + offset);
}
