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
    /// <returns>The rows that are settled now.</returns>
    public static IReadOnlyList<StoredAdjustment> Match(
        this IQueueRows rows, IReadOnlyCollection<ListedRow> listed, long epoch, QueueTimes times, DateTimeOffset now)
    {
        if (rows.State.Epoch != epoch)
        {
            return [];
        }

        // While the id of its card is not known, a row is not among these: another card may have one with the same id.
        var known = rows.FindListed([.. listed.Select(static one => (one.SourceId, one.VoucherId)).Distinct()]);
        var lines = rows.LinesOf(known);
        var bySource = known.ToLookup(static row => row.Item.SourceId, StringComparer.Ordinal);
        var (changed, settled) = (new HashSet<CardLine>(), new List<StoredAdjustment>());
        foreach (var one in listed)
        {
            foreach (var row in bySource[one.SourceId].Where(row => IsMatch(row, lines[row.Item.LineKey], one)))
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

    private static bool IsMatch(StoredAdjustment row, CardLine line, ListedRow listed) =>
        line.VoucherId == listed.VoucherId
        && row.Item.Points == listed.Points
        && row.FirstSentAt is { } firstSent
        && !(listed.CreatedAt < firstSent - Margin)
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
