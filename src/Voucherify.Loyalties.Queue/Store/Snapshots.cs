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
        var sends = rows.OldestSends();
        foreach (var state in Sent)
        {
            ages.Add(state, now - sends.GetValueOrDefault(state) ?? TimeSpan.Zero);
        }

        var left = callsPerCycle - rows.State.CallsInCycle;
        return new(
            Waiting.Concat(Sent).ToDictionary(static state => state, state => counts.GetValueOrDefault(state)),
            ages,
            left < 0 ? 0 : left);
    }

    /// <summary>When the oldest row in each state that follows a send was first sent. States without a row are missing.</summary>
    public static IReadOnlyDictionary<AdjustmentState, DateTimeOffset?> OldestSends(this IQueueRows rows) => rows.ListUnsettled()
        .GroupBy(static row => row.State)
        .ToDictionary(static state => state.Key, static state => state.Min(static row => row.FirstSentAt));
}
