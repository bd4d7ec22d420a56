namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Takes over what workers left that are gone (rule 13).</summary>
internal static class Recovery
{
    /// <summary>
    /// Begins a worker that is the only one: everything that may have been sent gets a whole window from now on, because nobody knows how
    /// long ago the last worker ended, and the wall clock may have been set meanwhile.
    /// </summary>
    public static QueueState BeginAlone(this IQueueRows rows, QueueTimes times, DateTimeOffset now)
    {
        foreach (var row in rows.ListUnsettled())
        {
            if (row.State == AdjustmentState.Recorded)
            {
                row.NextLookAt = now;
                rows.Save(row);
                continue;
            }

            var line = rows.GetLine(row.Item.LineKey);
            row.SettlesAt = null;
            row.BecomeUnknown(now + times.NoAnswerWindow);
            row.PlanLooks(line, now);
            rows.Save(row);
            rows.Refresh(line, times.BlocksCard);
        }

        ResetWaits(rows, times, now);
        return rows.State;
    }

    /// <summary>Finds rows whose worker should have ended long ago, and whose claim no slot of this process holds.</summary>
    public static int Recover(this IQueueRows rows, IReadOnlySet<long> held, QueueTimes times, DateTimeOffset now)
    {
        var lost = rows.ListSending(now - times.SendWindow - times.AttemptTimeout).Where(row => !held.Contains(row.Id)).ToList();
        var lines = rows.LinesOf(lost);
        foreach (var row in lost)
        {
            row.BecomeUnknown(row.ClaimedAt!.Value + times.Longest);
            row.PlanLooks(lines[row.Item.LineKey], now);
            rows.Save(row);
        }

        rows.Refresh([.. lines.Values], times.BlocksCard);
        return lost.Count;
    }

    // The wall clock may have gone back since the waits were stored.
    private static void ResetWaits(IQueueRows rows, QueueTimes times, DateTimeOffset now)
    {
        foreach (var line in rows.ListLaterThan(now + times.SettleDelay))
        {
            if (line.HeadId is { } id && rows.Get(id) is { State: AdjustmentState.Pending } head)
            {
                line.NotBefore = now + times.SettleDelay;
                head.NotBefore = null;
                rows.Save(head);
                rows.Refresh(line, times.BlocksCard);
            }
        }

        var state = rows.State;
        rows.State = state with
        {
            NextCallAt = null,
            ProbeAt = state.ProbeAt > now + Claiming.ProbeInterval ? now + Claiming.ProbeInterval : state.ProbeAt,
        };
    }
}
