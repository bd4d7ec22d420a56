namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// What follows the restore of a copy (rule 15): the rows of the copy may have been sent after it was made, and nothing in it says so.
/// </summary>
internal static class Restoring
{
    /// <summary>Says that the store was restored. Workers stop, and the next one compares all open rows with the service first.</summary>
    public static void MarkRestored(this IQueueRows rows)
    {
        var state = rows.State;
        rows.State = state with
        {
            Epoch = state.Epoch + 1,
            IsRestored = true,
            Comparer = null,
            ComparesUntil = null,
            LostSince = state.LostSince ?? state.LastClaimAt ?? DateTimeOffset.UnixEpoch,
        };
    }

    /// <summary>Says that nothing that was lost with the store is enqueued again: what is admitted from now on was never sent.</summary>
    public static void ConfirmRestored(this IQueueRows rows)
    {
        rows.State = rows.State with { LostSince = null };
    }

    /// <summary>Makes a worker the one that compares, or keeps it so. The others wait for it.</summary>
    /// <returns>False if another worker compares, or if that is done.</returns>
    public static bool TakeComparison(this IQueueRows rows, string owner, QueueTimes times, DateTimeOffset now)
    {
        var state = rows.State;
        var lease = times.AttemptTimeout + times.SendWindow;
        var isOther = state.Comparer is not null && state.Comparer != owner;
        if (!state.IsRestored || (isOther && state.ComparesUntil > now && state.ComparesUntil <= now + lease))
        {
            return false;
        }

        rows.State = state with { Comparer = owner, ComparesUntil = now + lease };
        return true;
    }

    /// <summary>Those of the rows that did not change since they were looked up, as by an operator.</summary>
    public static IReadOnlyList<(StoredAdjustment Row, SendOutcomeKind Kind)> Unchanged(
        this IQueueRows rows, IReadOnlyList<(StoredAdjustment Row, SendOutcomeKind Kind)> compared)
    {
        var current = rows.Get([.. compared.Select(static one => one.Row.Id)]);
        return
        [
            .. compared.Where(one => current.GetValueOrDefault(one.Row.Id) is { } row
                && row.State == one.Row.State
                && row.SendNo == one.Row.SendNo
                && row.Seq == one.Row.Seq),
        ];
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
        var lastListed = compared.Count;
        while (lastListed > 0 && compared[lastListed - 1].Kind is not (SendOutcomeKind.Found or SendOutcomeKind.Recorded))
        {
            lastListed--;
        }

        for (var i = 0; i < compared.Count; i++)
        {
            var (row, kind) = compared[i];
            Change(row, kind, isOvertaken: i < lastListed, times, now);
            rows.Save(row);
        }

        if (compared.Count > 0)
        {
            rows.Refresh(rows.GetLine(compared[0].Row.Item.LineKey), times.BlocksCard);
        }
    }

    /// <summary>All rows are compared.</summary>
    public static void EndRestore(this IQueueRows rows)
    {
        rows.State = rows.State with { IsRestored = false, Comparer = null, ComparesUntil = null };
    }

    private static void Change(StoredAdjustment row, SendOutcomeKind kind, bool isOvertaken, QueueTimes times, DateTimeOffset now)
    {
        if (kind == SendOutcomeKind.Found)
        {
            row.Apply(row.TransactionId, row.Balance);
            return;
        }

        if (isOvertaken && kind != SendOutcomeKind.Recorded)
        {
            row.Bury(new(AdjustmentErrorKinds.Overtaken, "A later adjustment of the card was applied, and this one was not."));
            return;
        }

        // It keeps a first send, so that it is looked up again before it is sent.
        row.FirstSentAt ??= row.EnqueuedAt;
        row.LastSentAt ??= row.EnqueuedAt;
        if (kind == SendOutcomeKind.Recorded)
        {
            Poll(row, times, now);
        }
        else if (row.State != AdjustmentState.New)
        {
            // Its window is over and it is not listed.
            row.State = AdjustmentState.Pending;
            row.NextLookAt = null;
        }
    }

    // The service will apply or reject it.
    private static void Poll(StoredAdjustment row, QueueTimes times, DateTimeOffset now)
    {
        if (row.State != AdjustmentState.Recorded)
        {
            row.BecomeUnknown(now + times.NoAnswerWindow);
        }

        row.NextLookAt = now;
    }
}
