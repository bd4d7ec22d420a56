namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>The rows of a database, inside one transaction.</summary>
internal abstract partial class SqlRows(SqlStatements statements) : IQueueRows
{
    private QueueState? _state;
    private QueueState? _saved;

    public abstract DateTimeOffset Now { get; }

    public QueueState State
    {
        get => _state ??= _saved = ReadState();
        set => _state = value;
    }

    private protected SqlStatements Statements => statements;

    /// <summary>Writes what is not written yet. The state is written once for all its changes. Must be called before the commit.</summary>
    public virtual void Complete()
    {
        if (_state is { } state && state != _saved)
        {
            _saved = state;
            statements.Execute(SqlTexts.SaveState, SqlStateMapping.Values(state));
        }
    }

    /// <summary>Begins with a state that was read already.</summary>
    protected void Begin(QueueState state) => _state = _saved = state;

    public virtual int Insert(IReadOnlyList<StoredAdjustment> rows) =>
        statements.QueryEach(SqlTexts.Insert, [.. rows.Select(SqlRowMapping.NewValues)], static _ => true)
            .Sum(static stored => stored.Count);

    public void Save(StoredAdjustment row) =>
        statements.Execute(SqlTexts.Update, [("@id", row.Id), .. SqlRowMapping.StateValues(row)]);

    public IReadOnlyDictionary<long, StoredAdjustment> Get(IReadOnlyCollection<long> ids) =>
        Each("where id = @id", ids.Select(static id => Values(("@id", id)))).ToDictionary(static row => row.Id);

    public IReadOnlyDictionary<(string CardKey, string SourceId), StoredAdjustment> Find(
        IReadOnlyCollection<(string CardKey, string SourceId)> keys) =>
        Each(
            "where card = @card and source_id = @source",
            keys.Select(static key => Values(("@card", key.CardKey), ("@source", key.SourceId))))
        .ToDictionary(static row => (row.Item.CardKey, row.Item.SourceId));

    public IReadOnlyList<StoredAdjustment> FindListed(IReadOnlyCollection<(string SourceId, string VoucherId)> keys) =>
        Each(SqlTexts.Listed, keys.Select(static key => Values(("@source", key.SourceId), ("@voucher", key.VoucherId))));

    public bool HasSource(string sourceId) => List("where version = 1 and source_id = @source limit 1", ("@source", sourceId)).Count > 0;

    public IReadOnlyList<StoredAdjustment> List(AdjustmentFilter filter, long afterId, int max)
    {
        var where = "where id > @after"
            + (filter.State is null ? "" : " and state = @state")
            + (filter.JobId is null ? "" : " and job = @job")
            + (filter.CardId is null ? "" : " and card in ('1:' || @card, '2:' || @card)")
            + (filter.SourceId is null ? "" : " and source_id = @source")
            + " order by id limit @max";
        return List(
            where,
            [
                ("@after", afterId), ("@max", (long)max),
                .. filter.State is { } state ? Values(("@state", (long)state)) : [],
                .. filter.JobId is { } job ? Values(("@job", job)) : [],
                .. filter.CardId is { } card ? Values(("@card", card)) : [],
                .. filter.SourceId is { } source ? Values(("@source", source)) : [],
            ]);
    }

    public IReadOnlyList<StoredAdjustment> ListJob(string jobId, StoredAdjustment? after, int max) => List(
        SqlTexts.OfJob,
        ("@job", jobId),
        ("@line", after?.Item.LineKey ?? ""),
        ("@seq", after?.Seq ?? 0),
        ("@id", after?.Id ?? 0),
        ("@max", (long)max));

    public IReadOnlyList<string> ListCampaigns(string jobId) =>
        statements.Query(SqlTexts.CampaignsOfJob, static record => record.RequiredText(0), ("@job", jobId));

    public IReadOnlyList<StoredAdjustment> ListAdmissible(int max) =>
        List(SqlTexts.Admissible, ("@submitting", (long)JobState.Submitting), ("@max", (long)max));

    public IReadOnlyDictionary<string, StoredAdjustment> FirstOpen(IReadOnlyCollection<string> lineKeys, bool withDead) =>
        Each(withDead ? SqlTexts.FirstOpenOrDead : SqlTexts.FirstOpen, lineKeys.Select(static key => Values(("@line", key))))
            .ToDictionary(static row => row.Item.LineKey, StringComparer.Ordinal);

    public bool HasProgressAfter(string lineKey, long seq) => List(
        "where line = @line and seq > @seq and state not in (6, 7) and not (state = 1 and first_sent_at is null) limit 1",
        ("@line", lineKey),
        ("@seq", seq)).Count > 0;

    public IReadOnlyList<StoredAdjustment> ListSending(DateTimeOffset claimedBefore) =>
        List("where state = 2 and claimed_at < @before", ("@before", claimedBefore));

    public IReadOnlyList<StoredAdjustment> ListUnsettled() => List("where state in (2, 3, 4) order by id");

    public IReadOnlyList<StoredAdjustment> ListDueLooks(DateTimeOffset now, int max) =>
        List("where next_look_at <= @now order by next_look_at limit @max", ("@now", now), ("@max", (long)max));

    private static (string Name, object? Value)[] Values(params (string Name, object? Value)[] values) => values;

    private IReadOnlyList<StoredAdjustment> List(string where, params (string Name, object? Value)[] values) =>
        statements.Query(SqlTexts.Select + where, SqlRowMapping.ReadRow, values);

    private List<StoredAdjustment> Each(string where, IEnumerable<(string Name, object? Value)[]> values) =>
        [.. statements.QueryEach(SqlTexts.Select + where, [.. values], SqlRowMapping.ReadRow).SelectMany(static rows => rows)];
}
