namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// What follows the restore of a copy (rule 15): the rows of the copy may have been sent after it was made, and nothing in it says so.
/// </summary>
internal static class Restoring
{
    /// <summary>Says that the store was restored. Workers stop, and the next one compares all open rows with the service first.</summary>
    public static bool MarkRestored(this IQueueRows rows)
    {
        var state = rows.State;
        rows.State = state with { Epoch = state.Epoch + 1, IsRestored = true };
        return true;
    }

    /// <summary>Writes what the comparison of a line has shown, in the order of the line.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="compared">The open rows of one line, and whether each is listed.</param>
    /// <param name="times">The times and rules.</param>
    /// <param name="now">The time of the store.</param>
    public static void Compare(
        this IQueueRows rows,
        IReadOnlyList<(StoredAdjustment Row, SendOutcomeKind Kind)> compared,
        QueueTimes times,
        DateTimeOffset now)
    {
        var lastListed = compared
            .Where(static one => one.Kind is SendOutcomeKind.Found or SendOutcomeKind.Recorded)
            .Select(static one => one.Row.Seq)
            .DefaultIfEmpty()
            .Max();
        foreach (var (row, kind) in compared)
        {
            if (kind == SendOutcomeKind.Found)
            {
                row.Apply(row.TransactionId, row.Balance);
            }
            else if (kind == SendOutcomeKind.Recorded)
            {
                // The service will apply or reject it: it is only polled.
                if (row.State != AdjustmentState.Recorded)
                {
                    row.BecomeUnknown(now + times.NoAnswerWindow);
                    row.FirstSentAt ??= row.EnqueuedAt;
                    row.LastSentAt ??= row.EnqueuedAt;
                }

                row.NextLookAt = now;
            }
            else if (row.Seq < lastListed)
            {
                row.Bury(new(AdjustmentErrorKinds.Overtaken, "A later adjustment of the card was applied, and this one was not."));
            }
            else
            {
                // Its window is over and it is not listed. It keeps its first send, so that it is looked up again before it is sent.
                row.State = AdjustmentState.Pending;
                row.FirstSentAt ??= row.EnqueuedAt;
                row.LastSentAt ??= row.EnqueuedAt;
                row.NextLookAt = null;
            }

            rows.Save(row);
        }

        if (compared.Count > 0)
        {
            rows.Refresh(rows.GetLine(compared[0].Row.Item.LineKey), times.BlocksCard);
        }
    }

    /// <summary>All rows are compared.</summary>
    public static bool EndRestore(this IQueueRows rows)
    {
        rows.State = rows.State with { IsRestored = false };
        return true;
    }
}
