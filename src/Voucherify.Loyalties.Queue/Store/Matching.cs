namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Matches the list of a campaign with the rows (rule 14): what is listed was applied. It never concludes that something was not, and it
/// never releases a row.
/// </summary>
internal static class Matching
{
    /// <summary>Matches listed transactions. Safe to repeat.</summary>
    /// <returns>The rows that are settled now.</returns>
    public static IReadOnlyList<StoredAdjustment> Match(
        this IQueueRows rows, IReadOnlyCollection<ListedRow> listed, long epoch, QueueTimes times, DateTimeOffset now)
    {
        if (rows.State.Epoch != epoch)
        {
            return [];
        }

        var (known, lines) = rows.FindListedRows(listed.Select(static one => (one.SourceId, one.VoucherId)));
        var (changed, settled) = (new HashSet<CardLine>(), new List<StoredAdjustment>());
        foreach (var one in listed)
        {
            foreach (var row in known[(one.SourceId, one.VoucherId)].Where(row => IsMatch(row, one)))
            {
                if (Settle(row, one, now))
                {
                    settled.Add(row);
                }

                rows.Save(row);
                changed.Add(lines[row.Item.LineKey]);
            }
        }

        rows.Refresh(changed, times.BlocksCard);
        return settled;
    }

    // What is older than the first send is another adjustment.
    private static bool IsMatch(StoredAdjustment row, ListedRow listed) =>
        row.Item.Points == listed.Points
        && row.FirstSentAt is { } firstSent
        && !(listed.CreatedAt < firstSent - QueueTimes.ClockMargin)
        && (row.State is AdjustmentState.Sending or AdjustmentState.Unknown
            || row is { State: AdjustmentState.Applied, SeenAt: null });

    private static bool Settle(StoredAdjustment row, ListedRow listed, DateTimeOffset now)
    {
        var isSettled = row.State != AdjustmentState.Applied;
        if (isSettled)
        {
            row.Apply(listed.Id, balance: null);
        }

        row.TransactionId ??= listed.Id;
        row.SeenAt ??= now;
        return isSettled;
    }
}
