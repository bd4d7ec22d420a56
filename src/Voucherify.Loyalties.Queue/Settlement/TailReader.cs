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

    private static readonly TimeSpan ShortInterval = TimeSpan.FromSeconds(2);

    /// <summary>How far the clocks of the service may differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly AdjustmentQueueOptions _options = settings.Options;
    private readonly TimeProvider _time = settings.Time;
    private readonly Dictionary<string, (long ReadAt, bool IsShort)> _last = new(StringComparer.Ordinal);

    /// <summary>Reads the list if that is due.</summary>
    /// <returns>Whether it was read.</returns>
    public async Task<bool> ReadAsync(TailPosition tail, Func<int, Task<bool>> takeCalls, CancellationToken cancellationToken)
    {
        if (!IsDue(tail))
        {
            return false;
        }

        try
        {
            var pages = await ReadPagesAsync(tail, takeCalls, cancellationToken).ConfigureAwait(false);
            _last[tail.Campaign] = (_time.GetTimestamp(), pages <= 1);
            return pages > 0;
        }
        catch (LoyaltyException)
        {
            // What could not be read proves nothing: the next reading begins at the same place.
            _last[tail.Campaign] = (_time.GetTimestamp(), IsShort: false);
            return false;
        }
    }

    private bool IsDue(TailPosition tail)
    {
        if (!_last.TryGetValue(tail.Campaign, out var last))
        {
            // At first, nothing is listed yet.
            _last[tail.Campaign] = (_time.GetTimestamp(), IsShort: true);
            return false;
        }

        var interval = tail.HasLost && last.IsShort && ShortInterval < _options.SettleInterval ? ShortInterval : _options.SettleInterval;
        return _time.GetElapsedTime(last.ReadAt) >= interval;
    }

    private async Task<int> ReadPagesAsync(TailPosition tail, Func<int, Task<bool>> takeCalls, CancellationToken cancellationToken)
    {
        DateTimeOffset? asOf = null;
        DateTimeOffset? from = null;
        string? cursor = null;
        var pages = 0;
        do
        {
            if (!await takeCalls(1).ConfigureAwait(false))
            {
                // Without the whole list the place of the last reading stays.
                return pages;
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

        if (asOf is { } readUntil)
        {
            await SaveAsync(tail.Campaign, readUntil, cancellationToken).ConfigureAwait(false);
        }

        return pages;
    }

    private Task<TransactionList> ReadPageAsync(string campaign, string? cursor, CancellationToken cancellationToken) =>
        client.V1.Transactions.ListCampaignTransactionsPageAsync(
            campaign,
            new ListCampaignTransactionsQuery { Limit = PageSize, Order = TransactionOrder.IdDescending, StartingAfterId = cursor },
            cancellationToken: cancellationToken);

    // The list continues where the last reading began. The first one goes back to the oldest row that it must settle.
    private DateTimeOffset? FromOf(TailPosition tail, DateTimeOffset? asOf)
    {
        var oldest = asOf - (store.Now - tail.OldestSend) - Margin;
        return tail.ReadUntil is { } until && until - _options.ListingOverlap > oldest ? until - _options.ListingOverlap : oldest;
    }

    private async Task MatchAsync(IReadOnlyList<LoyaltyTransaction> rows, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var offset = asOf is { } date ? store.Now - date : (TimeSpan?)null;
        var listed = rows.Where(IsAdjustment).Select(row => ToListed(row, offset)).ToList();
        var settled = await store
            .RunAsync(queue => queue.Match(listed, session.Epoch, session.Times, store.Now), cancellationToken)
            .ConfigureAwait(false);
        settings.Metrics.Settled(settled, store.Now);
    }

    private Task SaveAsync(string campaign, DateTimeOffset readUntil, CancellationToken cancellationToken) => store.RunAsync(
        rows =>
        {
            if (rows.State.Epoch == session.Epoch)
            {
                rows.SaveTail(campaign, readUntil);
            }
        },
        cancellationToken);

    private static bool IsAdjustment(LoyaltyTransaction row) =>
        row.SourceId.Length > 0
        && row.Points is not null
        && (row.Type == LoyaltyTransactionType.PointsAddition || row.Type == LoyaltyTransactionType.PointsRemoval);

    private static ListedRow ToListed(LoyaltyTransaction row, TimeSpan? offset)
    {
        var points = Math.Abs(row.Points!.Value);
        var isRemoval = row.Type == LoyaltyTransactionType.PointsRemoval;
        return new(row.Id, row.SourceId, row.VoucherId, isRemoval ? -points : points, row.CreatedAt + offset);
    }
}
