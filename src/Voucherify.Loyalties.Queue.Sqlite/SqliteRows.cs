using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The rows of a SQLite database, inside one transaction.</summary>
internal sealed partial class SqliteRows(SqliteStatements statements) : IQueueRows
{
    private QueueState? _state;

    public QueueState State
    {
        get => _state ??= ReadState();
        set
        {
            if (value != State)
            {
                SaveState(value);
            }

            _state = value;
        }
    }

    public long Insert(StoredAdjustment row)
    {
        var command = statements.Get(SqliteSql.Insert);
        command.SetItem(row);
        return row.Id = (long)command.ExecuteScalar()!;
    }

    public void Save(StoredAdjustment row)
    {
        var command = statements.Get(SqliteSql.Update);
        command.SetState(row);
        command.ExecuteNonQuery();
    }

    public StoredAdjustment? Get(long id) => First("where id = $id", ("$id", id));

    public StoredAdjustment? Find(string cardKey, string sourceId) =>
        First("where card = $card and source_id = $source", ("$card", cardKey), ("$source", sourceId));

    public IReadOnlyList<StoredAdjustment> FindListed(string sourceId, string voucherId) => List(
        "where version = 1 and card in (select key from voucherify_queue_line where voucher_id = $voucher) and source_id = $source",
        ("$source", sourceId),
        ("$voucher", voucherId));

    public bool HasSource(string sourceId) => First("where version = 1 and source_id = $source limit 1", ("$source", sourceId)) is not null;

    public IReadOnlyList<StoredAdjustment> List(AdjustmentFilter filter, long afterId, int max)
    {
        var where = "where id > $after"
            + (filter.State is null ? "" : " and state = $state")
            + (filter.JobId is null ? "" : " and job = $job")
            + (filter.CardId is null ? "" : " and card in ('1:' || $card, '2:' || $card)")
            + (filter.SourceId is null ? "" : " and source_id = $source")
            + " order by id limit $max";
        return List(
            where,
            [
                ("$after", afterId), ("$max", max),
                .. filter.State is { } state ? [("$state", (object?)(int)state)] : ((string, object?)[])[],
                .. filter.JobId is { } job ? [("$job", job)] : ((string, object?)[])[],
                .. filter.CardId is { } card ? [("$card", card)] : ((string, object?)[])[],
                .. filter.SourceId is { } source ? [("$source", source)] : ((string, object?)[])[],
            ]);
    }

    public IReadOnlyList<StoredAdjustment> ListJob(string jobId, StoredAdjustment? after, int max) => List(
        "where job = $job and (line, seq, id) > ($line, $seq, $id) order by line, seq, id limit $max",
        ("$job", jobId),
        ("$line", after?.Item.LineKey ?? ""),
        ("$seq", after?.Seq ?? 0),
        ("$id", after?.Id ?? 0),
        ("$max", max));

    public IReadOnlyList<string> ListCampaigns(string jobId)
    {
        using var reader = statements
            .Get(
                "select distinct campaign from voucherify_queue_adjustment where job = $job and campaign is not null", ("$job", jobId))
            .ExecuteReader();
        var campaigns = new List<string>();
        while (reader.Read())
        {
            campaigns.Add(reader.GetString(0));
        }

        return campaigns;
    }

    public IReadOnlyList<StoredAdjustment> ListAdmissible(int max) =>
        List(SqliteSql.Admissible, ("$submitting", (int)JobState.Submitting), ("$max", max));

    public StoredAdjustment? FirstOpen(string lineKey, bool withDead) => First(
        withDead
            ? "where line = $line and state in (1, 2, 3, 4, 6) order by seq limit 1"
            : "where line = $line and state in (1, 2, 3, 4, 6) and state <> 6 order by seq limit 1",
        ("$line", lineKey));

    public bool HasProgressAfter(string lineKey, long seq) => First(
        "where line = $line and seq > $seq and state not in (6, 7) and not (state = 1 and first_sent_at is null) limit 1",
        ("$line", lineKey),
        ("$seq", seq)) is not null;

    public IReadOnlyList<StoredAdjustment> ListSending(DateTimeOffset claimedBefore) =>
        List("where state = 2 and claimed_at < $before", ("$before", claimedBefore));

    public IReadOnlyList<StoredAdjustment> ListUnsettled() => List("where state in (2, 3, 4) order by id");

    public IReadOnlyList<StoredAdjustment> ListDueLooks(DateTimeOffset now, int max) =>
        List("where next_look_at <= $now order by next_look_at limit $max", ("$now", now), ("$max", max));

    private StoredAdjustment? First(string where, params (string Name, object? Value)[] values)
    {
        using var reader = statements.Get(SqliteSql.Select + where, values).ExecuteReader();
        return reader.Read() ? reader.ReadRow() : null;
    }

    private List<StoredAdjustment> List(string where, params (string Name, object? Value)[] values)
    {
        using var reader = statements.Get(SqliteSql.Select + where, values).ExecuteReader();
        var rows = new List<StoredAdjustment>();
        while (reader.Read())
        {
            rows.Add(reader.ReadRow());
        }

        return rows;
    }
}
