namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What operators do with rows: retry, discard, cancel.</summary>
internal static class Operators
{
    /// <summary>Puts dead letters back, at their old places or at the end of their lines.</summary>
    /// <exception cref="InvalidOperationException">A later row of the card was sent, so the old place would invert them.</exception>
    public static int Retry(this IQueueRows rows, IEnumerable<StoredAdjustment> dead, bool atTheEnd, bool blocksCard)
    {
        // The last of a card first: each must find only rows after it that were never sent.
        var letters = dead.Where(static row => row.State == AdjustmentState.DeadLetter).OrderByDescending(static row => row.Seq).ToList();
        if (letters.Find(static row => row.Error?.Kind is AdjustmentErrorKinds.Ambiguous or AdjustmentErrorKinds.Overtaken) is { } doubtful
            && !atTheEnd)
        {
            throw new InvalidOperationException(
                $"'{doubtful.Item.SourceId}' is {doubtful.Error!.Kind}: check it by hand, and retry it at the end of its card.");
        }

        if (!atTheEnd && letters.Find(row => rows.HasProgressAfter(row.Item.LineKey, row.Seq)) is { } overtaken)
        {
            throw new InvalidOperationException(
                $"A later adjustment of the card of '{overtaken.Item.SourceId}' was sent already. Retry at the end of the card instead.");
        }

        foreach (var row in atTheEnd ? Enumerable.Reverse(letters) : letters)
        {
            var line = rows.GetLine(row.Item.LineKey);
            row.State = AdjustmentState.Pending;
            row.Error = null;
            row.NotBefore = null;
            row.Seq = atTheEnd ? line.NextSeq++ : row.Seq;
            rows.Save(row);
            rows.Refresh(line, blocksCard);
        }

        return letters.Count;
    }

    /// <summary>Removes dead letters and rows that were certainly never sent. Others stay: their outcome must be settled first.</summary>
    public static int Discard(this IQueueRows rows, IEnumerable<StoredAdjustment> candidates, bool blocksCard)
    {
        var discarded = 0;
        foreach (var row in candidates.Where(IsDiscardable))
        {
            row.State = AdjustmentState.Discarded;
            rows.Save(row);
            rows.Refresh(rows.GetLine(row.Item.LineKey), blocksCard);
            discarded++;
        }

        return discarded;
    }

    private static bool IsDiscardable(StoredAdjustment row) =>
        row.State is AdjustmentState.DeadLetter or AdjustmentState.New || row is { State: AdjustmentState.Pending, MaybeSent: false };
}
