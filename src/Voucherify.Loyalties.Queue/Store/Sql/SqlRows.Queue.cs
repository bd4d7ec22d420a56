namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>The lines, the lists of programs, the jobs and the state of the queue.</summary>
internal abstract partial class SqlRows
{
    public IReadOnlyDictionary<string, CardLine> GetLines(IReadOnlyCollection<string> keys)
    {
        var known = statements.QueryEach(
            SqlTexts.SelectLine + "where key = @key", [.. keys.Select(static key => Values(("@key", key)))], ReadLine);
        var lines = known.SelectMany(static line => line).ToDictionary(static line => line.Key, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            lines.TryAdd(key, new CardLine(key));
        }

        return lines;
    }

    public void Save(CardLine line) => statements.Execute(
        SqlTexts.SaveLine,
        ("@key", line.Key),
        ("@voucher", line.VoucherId),
        ("@next", line.NextSeq),
        ("@notbefore", line.NotBefore),
        ("@head", line.HeadId),
        ("@claimable", line.ClaimableAt));

    public IReadOnlyList<CardLine> ListClaimable(DateTimeOffset now, int max) => statements.Query(
        SqlTexts.Claimable, ReadLine, ("@now", now), ("@paused", (long)JobState.Paused), ("@max", (long)max));

    public IReadOnlyList<CardLine> ListLaterThan(DateTimeOffset moment) =>
        statements.Query(SqlTexts.SelectLine + "where claimable_at > @moment", ReadLine, ("@moment", moment));

    public DueWork Due() => statements.QueryFirst(
        SqlTexts.Due,
        static record => new DueWork(
            record.RequiredNumber(0) != 0, record.Time(1), record.Time(2), record.Time(3), record.Time(4), record.RequiredNumber(5) != 0),
        ("@submitting", (long)JobState.Submitting),
        ("@paused", (long)JobState.Paused)) ?? throw Lost();

    public IReadOnlyList<TailPosition> ListTails(DateTimeOffset verifySince, DateTimeOffset lostSince) => statements.Query(
        SqlTexts.Tails,
        static record => new TailPosition(
            record.RequiredText(0),
            record.IsNull(3) ? null : ReadTail(record, first: 3),
            record.Time(1)!.Value,
            record.RequiredNumber(2) != 0),
        ("@since", verifySince),
        ("@lost", lostSince));

    public StoredTail? GetTail(string campaign) =>
        statements.QueryFirst(SqlTexts.SelectTail, static record => ReadTail(record, first: 0), ("@campaign", campaign));

    public void Save(StoredTail tail) => statements.Execute(
        SqlTexts.SaveTail,
        ("@campaign", tail.Campaign),
        ("@until", tail.ReadUntil),
        ("@at", tail.ReadAt),
        ("@short", tail.IsShort ? 1L : 0L),
        ("@owner", tail.Owner),
        ("@leased", tail.LeasedUntil));

    public IReadOnlyList<StoredWorker> ListWorkers() => statements.Query(
        SqlTexts.SelectWorkers,
        static record => new StoredWorker(record.RequiredText(0), record.Time(1)!.Value, record.RequiredNumber(2) != 0));

    public void Save(StoredWorker worker) => statements.Execute(
        SqlTexts.SaveWorker, ("@owner", worker.Owner), ("@seen", worker.SeenAt), ("@refused", worker.IsRefused ? 1L : 0L));

    public void DeleteWorkers(DateTimeOffset seenBefore) => statements.Execute(SqlTexts.DeleteWorkers, ("@before", seenBefore));

    public StoredJob? GetJob(string jobId) => statements.QueryFirst(
        SqlTexts.SelectJob,
        record => new StoredJob
        {
            JobId = jobId,
            State = (JobState)record.RequiredNumber(0),
            Total = record.RequiredNumber(1),
            Hash = record.Text(2),
            CreatedAt = record.Time(3)!.Value,
        },
        ("@job", jobId));

    public void Save(StoredJob job) => statements.Execute(
        SqlTexts.SaveJob,
        ("@job", job.JobId),
        ("@state", (long)job.State),
        ("@total", job.Total),
        ("@hash", job.Hash),
        ("@created", job.CreatedAt));

    public IReadOnlyDictionary<AdjustmentState, long> Count(string? jobId)
    {
        var counts = jobId is null
            ? statements.Query("select state, count(*) from voucherify_queue_adjustment group by state", ReadCount)
            : statements.Query(
                "select state, count(*) from voucherify_queue_adjustment where job = @job group by state", ReadCount, ("@job", jobId));
        return counts.ToDictionary();
    }

    public (long Verified, long Sends) CountJob(string jobId) => statements.Query(
        "select count(seen_at), cast(coalesce(sum(send_no), 0) as bigint) from voucherify_queue_adjustment where job = @job",
        static record => (record.RequiredNumber(0), record.RequiredNumber(1)),
        ("@job", jobId))[0];

    public DateTimeOffset? OldestIn(AdjustmentState state) => statements.QueryFirst(
        "select enqueued_at from voucherify_queue_adjustment where state = @state order by id limit 1",
        static record => record.Time(0),
        ("@state", (long)state));

    protected virtual QueueState ReadState() => statements.QueryFirst(SqlTexts.SelectState, SqlStateMapping.ReadState) ?? throw Lost();

    /// <summary>The row of the state is missing.</summary>
    protected static AdjustmentStoreException Lost() => new("The store has lost its state.");

    private static KeyValuePair<AdjustmentState, long> ReadCount(SqlRecord record) =>
        new((AdjustmentState)record.RequiredNumber(0), record.RequiredNumber(1));

    private static StoredTail ReadTail(SqlRecord record, int first) => new()
    {
        Campaign = record.RequiredText(first),
        ReadUntil = record.Time(first + 1),
        ReadAt = record.Time(first + 2)!.Value,
        IsShort = record.RequiredNumber(first + 3) != 0,
        Owner = record.Text(first + 4),
        LeasedUntil = record.Time(first + 5),
    };

    private static CardLine ReadLine(SqlRecord record) => new(record.RequiredText(0))
    {
        VoucherId = record.Text(1),
        NextSeq = record.RequiredNumber(2),
        NotBefore = record.Time(3),
        HeadId = record.Number(4),
        ClaimableAt = record.Time(5),
    };
}
