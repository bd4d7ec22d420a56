namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Gives new rows their places in the order of their lines (rules 2 and 4). After a restore, each may be one that was lost with the store
/// and sent before, so it counts as sent until that is confirmed not to be so (rule 15).
/// </summary>
internal static class Admission
{
    /// <summary>Admits rows, in the order in which they were stored.</summary>
    /// <returns>How many were admitted.</returns>
    public static int Admit(this IQueueRows rows, int max, bool blocksCard)
    {
        var admitted = rows.ListAdmissible(max);
        var lostSince = rows.State.LostSince;
        var lines = rows.LinesOf(admitted);
        foreach (var row in admitted)
        {
            row.Seq = lines[row.Item.LineKey].NextSeq++;
            row.State = AdjustmentState.Pending;
            row.FirstSentAt ??= lostSince;
            row.LastSentAt ??= lostSince;
            rows.Save(row);
        }

        rows.Refresh([.. lines.Values], blocksCard);
        return admitted.Count;
    }
}
