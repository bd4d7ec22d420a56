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
        this IQueueRows rows, IEnumerable<ListedRow> listed, long epoch, QueueTimes times, DateTimeOffset now)
    {
        var settled = new List<StoredAdjustment>();
        foreach (var transaction in rows.State.Epoch == epoch ? listed : [])
        {
            foreach (var row in rows.FindListed(transaction.SourceId, transaction.VoucherId))
            {
                if (Match(rows, row, transaction, times, now))
                {
                    settled.Add(row);
                }
            }
        }

        return settled;
    }

    private static bool Match(IQueueRows rows, StoredAdjustment row, ListedRow listed, QueueTimes times, DateTimeOffset now)
    {
        // While the id of its card is not known, a row is not among these: another card may have one with the same id.
        if (row.Item.Points != listed.Points
            || row.FirstSentAt is not { } firstSent
            || listed.CreatedAt < firstSent - Margin)
        {
            return false;
        }

        var isSettled = row.State is AdjustmentState.Sending or AdjustmentState.Unknown;
        if (isSettled)
        {
            row.Apply(listed.Id, balance: null);
        }
        else if (row.State != AdjustmentState.Applied || row.SeenAt is not null)
        {
            return false;
        }

        row.TransactionId ??= listed.Id;
        row.SeenAt ??= now;
        rows.Save(row);
        rows.Refresh(rows.GetLine(row.Item.LineKey), times.BlocksCard);
        return isSettled;
    }
}
