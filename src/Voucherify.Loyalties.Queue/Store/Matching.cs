namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Matches the list of a campaign with the rows (rule 14): what is listed was applied. It never concludes that something was not, and it
/// never releases a row.
/// </summary>
internal static class Matching
{
    /// <summary>How far the clocks may differ. What is older than the first send by more is another adjustment.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Matches listed transactions. Safe to repeat.</summary>
    public static void Match(
        this IQueueRows rows, IReadOnlyCollection<ListedRow> listed, long epoch, QueueTimes times, DateTimeOffset now)
    {
        if (rows.State.Epoch != epoch)
        {
            return;
        }

        var known = rows.FindBySource([.. listed.Select(static transaction => transaction.SourceId).Distinct(StringComparer.Ordinal)]);
        var lines = rows.LinesOf(known);
        var bySource = known.ToLookup(static row => row.Item.SourceId, StringComparer.Ordinal);
        var changed = new HashSet<CardLine>();
        foreach (var transaction in listed)
        {
            foreach (var row in bySource[transaction.SourceId].Where(row => IsMatch(row, lines[row.Item.LineKey], transaction)))
            {
                Settle(row, transaction, now);
                rows.Save(row);
                changed.Add(lines[row.Item.LineKey]);
            }
        }

        rows.Refresh(changed, times.BlocksCard);
    }

    // While the id of the card is not known, the list matches nothing: another card may have a row with the same id.
    private static bool IsMatch(StoredAdjustment row, CardLine line, ListedRow listed) =>
        line.VoucherId == listed.VoucherId
        && row.Item.Points == listed.Points
        && row.FirstSentAt is { } firstSent
        && !(listed.CreatedAt < firstSent - Margin)
        && (row.State is AdjustmentState.Sending or AdjustmentState.Unknown
            || row is { State: AdjustmentState.Applied, SeenAt: null });

    private static void Settle(StoredAdjustment row, ListedRow listed, DateTimeOffset now)
    {
        if (row.State != AdjustmentState.Applied)
        {
            row.Apply(listed.Id, balance: null);
        }

        row.TransactionId ??= listed.Id;
        row.SeenAt ??= now;
    }
}
