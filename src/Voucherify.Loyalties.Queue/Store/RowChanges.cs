namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The changes of a row.</summary>
internal static class RowChanges
{
    /// <summary>The first lookups of a lost adjustment whose program's list cannot find it, counted from when it was lost.</summary>
    private static readonly TimeSpan[] LookTimes = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(18)];

    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(60);

    public static void Apply(this StoredAdjustment row, string? transactionId, long? balance)
    {
        row.State = AdjustmentState.Applied;
        row.TransactionId = transactionId ?? row.TransactionId;
        row.Balance = balance ?? row.Balance;
        row.NextLookAt = null;
        row.Error = null;
    }

    public static void Bury(this StoredAdjustment row, AdjustmentError error)
    {
        row.State = AdjustmentState.DeadLetter;
        row.NextLookAt = null;
        row.Error = error;
    }

    /// <summary>The outcome is unknown until a moment. A later moment that is known already stays.</summary>
    public static void BecomeUnknown(this StoredAdjustment row, DateTimeOffset settlesAt)
    {
        row.State = AdjustmentState.Unknown;
        row.SettlesAt = row.SettlesAt > settlesAt ? row.SettlesAt : settlesAt;
    }

    /// <summary>Plans lookups of a card, unless the list of its program finds the row.</summary>
    public static void PlanLooks(this StoredAdjustment row, CardLine line, DateTimeOffset now)
    {
        row.Looks = 0;
        row.NextLookAt = row.Item.Campaign is not null && line.VoucherId is not null ? null : now + LookTimes[0];
    }

    /// <summary>A lookup did not find the row. Later ones are left to the claim that follows its window.</summary>
    public static void PlanNextLook(this StoredAdjustment row, DateTimeOffset now)
    {
        row.Looks++;
        row.NextLookAt = row.Looks < LookTimes.Length ? now + LookTimes[row.Looks] : null;
    }

    /// <summary>The service has recorded the row: it is never sent again, only polled.</summary>
    public static void Record(this StoredAdjustment row, string transactionId, DateTimeOffset now)
    {
        row.State = AdjustmentState.Recorded;
        row.TransactionId = transactionId;
        row.Looks = 0;
        row.NextLookAt = now + TimeSpan.FromSeconds(1);
    }

    /// <summary>A poll has shown that the transaction has not ended yet.</summary>
    public static void PlanNextPoll(this StoredAdjustment row, DateTimeOffset now)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(++row.Looks, 6)));
        row.NextLookAt = now + (delay < LongestPoll ? delay : LongestPoll);
    }
}
