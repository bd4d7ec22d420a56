namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// Writes how claims ended (rules 10 and 11). A write that comes too late changes nothing: the row must still have this claim, and must
/// not be settled.
/// </summary>
internal static class Outcomes
{
    /// <summary>Writes the outcomes of claims. Safe to repeat.</summary>
    /// <returns>Those that changed their row.</returns>
    public static IReadOnlyList<SendOutcome> Finish(
        this IQueueRows rows, IEnumerable<SendOutcome> outcomes, QueueTimes times, DateTimeOffset now) =>
        [.. outcomes.Where(outcome => Finish(rows, outcome, times, now))];

    private static bool Finish(IQueueRows rows, SendOutcome outcome, QueueTimes times, DateTimeOffset now)
    {
        Pause(rows, outcome, now);
        var claimed = outcome.Claim.Row;
        if (rows.State.Epoch != outcome.Claim.Epoch
            || rows.Get(claimed.Id) is not { State: AdjustmentState.Sending or AdjustmentState.Unknown } row
            || row.SendNo != claimed.SendNo
            || row.Owner != claimed.Owner)
        {
            return false;
        }

        var line = rows.GetLine(row.Item.LineKey);
        line.VoucherId = outcome.VoucherId ?? line.VoucherId;
        Change(row, line, outcome, times, now);
        rows.Save(row);
        rows.Refresh(line, times.BlocksCard);
        return true;
    }

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

    private static void Pause(IQueueRows rows, SendOutcome outcome, DateTimeOffset now)
    {
        var state = rows.State;
        if (outcome.Pauses)
        {
            rows.State = state with { Pause = outcome.Error, PausedAt = state.PausedAt ?? now, ProbeAt = now + Claiming.ProbeInterval };
        }
        else if (outcome.WasAnswered && state.Pause is { Status: not null } && outcome.Claim.ClaimedAt > state.PausedAt)
        {
            // The probe was accepted. Calls that had left before the pause prove nothing.
            rows.State = state with { Pause = null, PausedAt = null, ProbeAt = null };
        }
    }
}
