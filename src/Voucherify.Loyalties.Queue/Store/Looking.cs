namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Writes what lookups have shown (rules 14 and 17). They never release a row: the claim after its window looks again.</summary>
internal static class Looking
{
    /// <summary>
    /// Takes rows that are due for a lookup, and the calls for it, so that no other worker looks them up at the same time. If this worker
    /// ends, they are due again.
    /// </summary>
    public static IReadOnlyList<StoredAdjustment> TakeLooks(
        this IQueueRows rows, int max, CallLimits limits, QueueTimes times, DateTimeOffset now)
    {
        var due = rows.ListDueLooks(now, max);
        if (due.Count == 0 || !rows.TryTake(due.Count, limits, now))
        {
            return [];
        }

        foreach (var row in due)
        {
            row.NextLookAt = now + times.SendWindow + times.AttemptTimeout;
            rows.Save(row);
        }

        return due;
    }

    /// <summary>Writes the outcomes of lookups. A row that was claimed or settled meanwhile stays as it is.</summary>
    /// <returns>The rows that are settled now.</returns>
    public static IReadOnlyList<StoredAdjustment> Look(
        this IQueueRows rows, IEnumerable<LookOutcome> outcomes, long epoch, QueueTimes times, DateTimeOffset now)
    {
        var settled = new List<StoredAdjustment>();
        foreach (var outcome in outcomes)
        {
            if (rows.State.Epoch == epoch
                && rows.Get(outcome.Row.Id) is { State: AdjustmentState.Unknown or AdjustmentState.Recorded } row
                && row.SendNo == outcome.Row.SendNo
                && row.State == outcome.Row.State)
            {
                Change(row, outcome, now);
                rows.Save(row);
                rows.Refresh(rows.GetLine(row.Item.LineKey), times.BlocksCard);
                if (!row.IsOpen)
                {
                    settled.Add(row);
                }
            }
        }

        return settled;
    }

    private static void Change(StoredAdjustment row, LookOutcome outcome, DateTimeOffset now)
    {
        switch (outcome.Kind)
        {
            case SendOutcomeKind.Found:
                row.Apply(outcome.TransactionId, outcome.Balance);
                row.SeenAt ??= now;
                break;
            case SendOutcomeKind.Dead:
                row.Bury(outcome.Error!);
                break;
            case SendOutcomeKind.Recorded when row.State == AdjustmentState.Unknown:
                row.Record(outcome.TransactionId!, now);
                break;
            default:
                Wait(row, now);
                break;
        }
    }

    private static void Wait(StoredAdjustment row, DateTimeOffset now)
    {
        if (row.State == AdjustmentState.Recorded)
        {
            row.PlanNextPoll(now);
        }
        else
        {
            row.PlanNextLook(now);
        }
    }
}
