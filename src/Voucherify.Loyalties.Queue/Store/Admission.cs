namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Gives new rows their places in the order of their lines (rules 2 and 4).</summary>
internal static class Admission
{
    /// <summary>Admits rows, in the order in which they were stored.</summary>
    /// <returns>How many were admitted.</returns>
    public static int Admit(this IQueueRows rows, int max, bool blocksCard)
    {
        var admitted = rows.ListAdmissible(max);
        var lines = rows.LinesOf(admitted);
        foreach (var row in admitted)
        {
            row.Seq = lines[row.Item.LineKey].NextSeq++;
            row.State = AdjustmentState.Pending;
            rows.Save(row);
        }

        rows.Refresh([.. lines.Values], blocksCard);
        return admitted.Count;
    }
}
