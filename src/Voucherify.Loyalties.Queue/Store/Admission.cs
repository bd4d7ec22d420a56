namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Gives new rows their places in the order of their lines (rules 2 and 4).</summary>
internal static class Admission
{
    /// <summary>Admits rows, in the order in which they were stored.</summary>
    /// <returns>How many were admitted.</returns>
    public static int Admit(this IQueueRows rows, int max, bool blocksCard)
    {
        var admitted = rows.ListAdmissible(max);
        foreach (var line in admitted.GroupBy(static row => row.Item.LineKey, StringComparer.Ordinal))
        {
            var card = rows.GetLine(line.Key);
            foreach (var row in line)
            {
                row.Seq = card.NextSeq++;
                row.State = AdjustmentState.Pending;
                rows.Save(row);
            }

            rows.Refresh(card, blocksCard);
        }

        return admitted.Count;
    }
}
