namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Counts what is in a queue.</summary>
internal static class Snapshots
{
    private static readonly AdjustmentState[] Waiting = [AdjustmentState.New, AdjustmentState.Pending, AdjustmentState.DeadLetter];

    private static readonly AdjustmentState[] Sent = [AdjustmentState.Sending, AdjustmentState.Unknown, AdjustmentState.Recorded];

    /// <summary>Takes a snapshot.</summary>
    public static QueueSnapshot Snapshot(this IQueueRows rows, long? callsPerCycle, DateTimeOffset now)
    {
        var counts = rows.Count(jobId: null);
        var ages = Waiting.ToDictionary(static state => state, state => now - rows.OldestIn(state) ?? TimeSpan.Zero);
        foreach (var state in Sent)
        {
            ages.Add(state, now - rows.OldestSend(state) ?? TimeSpan.Zero);
        }

        var left = callsPerCycle - rows.State.CallsInCycle;
        return new(
            Waiting.Concat(Sent).ToDictionary(static state => state, state => counts.GetValueOrDefault(state)),
            ages,
            left < 0 ? 0 : left);
    }

    /// <summary>When the oldest row in a state that follows a send was first sent; null if no row is in it.</summary>
    public static DateTimeOffset? OldestSend(this IQueueRows rows, AdjustmentState state) =>
        rows.ListUnsettled().Where(row => row.State == state).Min(static row => row.FirstSentAt);
}
