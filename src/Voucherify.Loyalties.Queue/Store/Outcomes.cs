namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Writes how claims ended (rules 10 and 11). A write that comes too late changes nothing: the row must still have this claim, and must
/// not be settled.
/// </summary>
internal static class Outcomes
{
    /// <summary>Writes the outcomes of claims. Safe to repeat.</summary>
    /// <returns>Those that changed their row, and whether the key of this worker was refused, and not that of all.</returns>
    public static (IReadOnlyList<SendOutcome> Written, bool IsRefused) Finish(
        this IQueueRows rows, IReadOnlyCollection<SendOutcome> outcomes, QueueTimes times, DateTimeOffset now)
    {
        var claimed = rows.Get([.. outcomes.Select(static outcome => outcome.Claim.Row.Id).Distinct()]);
        var lines = rows.LinesOf(claimed.Values);
        var changed = new HashSet<CardLine>();
        var (written, isRefused) = (new List<SendOutcome>(), false);
        foreach (var outcome in outcomes)
        {
            isRefused |= Pause(rows, outcome, now);
            if (claimed.GetValueOrDefault(outcome.Claim.Row.Id) is { } row && IsOpenFor(rows.State, row, outcome.Claim))
            {
                var line = lines[row.Item.LineKey];
                line.VoucherId = outcome.VoucherId ?? line.VoucherId;
                Change(row, line, outcome, times, now);
                rows.Save(row);
                changed.Add(line);
                written.Add(outcome);
            }
        }

        rows.Refresh(changed, times.BlocksCard);
        return (written, isRefused);
    }

    private static bool IsOpenFor(QueueState state, StoredAdjustment row, Claim claim) =>
        state.Epoch == claim.Epoch
        && row.State is AdjustmentState.Sending or AdjustmentState.Unknown
        && row.SendNo == claim.Row.SendNo
        && row.Owner == claim.Row.Owner;

    private static void Change(StoredAdjustment row, CardLine line, SendOutcome outcome, QueueTimes times, DateTimeOffset now)
    {
        switch (outcome.Kind)
        {
            case SendOutcomeKind.Applied:
                row.Apply(outcome.TransactionId, outcome.Balance);
                line.NotBefore = now + times.SettleDelay;
                break;
            case SendOutcomeKind.Found:
                row.Apply(outcome.TransactionId, outcome.Balance);
                row.SeenAt ??= now;
                break;
            case SendOutcomeKind.Recorded:
                row.Record(outcome.TransactionId!, now);
                break;
            case SendOutcomeKind.Unknown:
                row.BecomeUnknown(now + outcome.WindowLeft);
                row.PlanLooks(line, now);
                break;
            case SendOutcomeKind.NotSent:
                row.State = AdjustmentState.Pending;
                (row.FirstSentAt, row.LastSentAt) = (outcome.Claim.PriorFirst, outcome.Claim.PriorLast);
                row.NotBefore = now + outcome.RetryAfter;
                break;
            default:
                row.Bury(outcome.Error!);
                break;
        }
    }

    // A key that is refused to one worker, while others work, does not stop them.
    private static bool Pause(IQueueRows rows, SendOutcome outcome, DateTimeOffset now)
    {
        var state = rows.State;
        var owner = outcome.Claim.Row.Owner!;
        if (outcome is { Pauses: true, Error.Status: 401 or 403 } && rows.HasOther(owner, now))
        {
            rows.Show(owner, isRefused: true, now);
            return true;
        }

        if (outcome.Pauses)
        {
            rows.State = state with { Pause = outcome.Error, PausedAt = state.PausedAt ?? now, ProbeAt = now + Claiming.ProbeInterval };
        }
        else if (outcome.WasAnswered && state.Pause is { Status: not null } && outcome.Claim.ClaimedAt > state.PausedAt)
        {
            // The probe was accepted. Calls that had left before the pause prove nothing.
            rows.State = state with { Pause = null, PausedAt = null, ProbeAt = null };
        }

        return false;
    }
}
