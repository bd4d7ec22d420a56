namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>The state of the queue as columns.</summary>
internal static class SqlStateMapping
{
    /// <summary>Reads the state, in the order of <see cref="SqlTexts.StateColumns"/>.</summary>
    public static QueueState ReadState(SqlRecord record) => new()
    {
        StoreId = record.RequiredText(0),
        Epoch = record.RequiredNumber(1),
        Beat = record.RequiredNumber(2),
        IsRestored = record.RequiredNumber(3) != 0,
        NextCallAt = record.Time(4),
        CallsInCycle = record.RequiredNumber(5),
        CycleEndsAt = record.Time(6),
        Pause = record.Error(7),
        PausedAt = record.Time(12),
        ProbeAt = record.Time(13),
        Comparer = record.Text(14),
        ComparesUntil = record.Time(15),
        LostSince = record.Time(16),
        LastClaimAt = record.Time(17),
    };

    /// <summary>The values that change.</summary>
    public static (string Name, object? Value)[] Values(QueueState state) =>
    [
        ("@epoch", state.Epoch),
        ("@beat", state.Beat),
        ("@restored", state.IsRestored ? 1L : 0L),
        ("@nextcall", state.NextCallAt),
        ("@calls", state.CallsInCycle),
        ("@cycle", state.CycleEndsAt),
        ("@paused", state.PausedAt),
        ("@probe", state.ProbeAt),
        ("@comparer", state.Comparer),
        ("@compares", state.ComparesUntil),
        ("@lost", state.LostSince),
        ("@claimed", state.LastClaimAt),
        .. SqlRowMapping.ErrorValues(state.Pause),
    ];
}
