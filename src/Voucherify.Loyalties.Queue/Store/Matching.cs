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
    public static void Match(this IQueueRows rows, IEnumerable<ListedRow> listed, long epoch, QueueTimes times, DateTimeOffset now)
    {
        if (rows.State.Epoch != epoch)
        {
            return;
        }

        foreach (var transaction in listed)
        {
            foreach (var row in rows.FindListed(transaction.SourceId, transaction.VoucherId))
            {
                Match(rows, row, transaction, times, now);
            }
        }
    }

    private static void Match(IQueueRows rows, StoredAdjustment row, ListedRow listed, QueueTimes times, DateTimeOffset now)
    {
        // While the id of its card is not known, a row is not among these: another card may have one with the same id.
        if (row.Item.Points != listed.Points
            || row.FirstSentAt is not { } firstSent
            || listed.CreatedAt < firstSent - Margin)
        {
            return;
        }

        if (row.State is AdjustmentState.Sending or AdjustmentState.Unknown)
        {
            row.Apply(listed.Id, balance: null);
        }
        else if (row.State != AdjustmentState.Applied || row.SeenAt is not null)
        {
            return;
        }

        row.TransactionId ??= listed.Id;
        row.SeenAt ??= now;
        rows.Save(row);
        rows.Refresh(rows.GetLine(row.Item.LineKey), times.BlocksCard);
    }
}
