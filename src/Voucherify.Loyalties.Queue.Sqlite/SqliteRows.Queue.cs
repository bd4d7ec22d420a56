using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The lines, the lists of programs, the jobs and the state of the queue.</summary>
internal sealed partial class SqliteRows
{
    private const string SelectLine = "select key, voucher_id, next_seq, not_before, head_id, claimable_at from voucherify_queue_line ";

    public CardLine GetLine(string key)
    {
        using var reader = statements.Get(SelectLine + "where key = $key", ("$key", key)).ExecuteReader();
        return reader.Read() ? ReadLine(reader) : new CardLine(key);
    }

    public void Save(CardLine line) => statements.Get(
        "insert into voucherify_queue_line values ($key, $voucher, $next, $notbefore, $head, $claimable) on conflict (key) do update set "
            + "voucher_id = $voucher, next_seq = $next, not_before = $notbefore, head_id = $head, claimable_at = $claimable",
        ("$key", line.Key),
        ("$voucher", line.VoucherId),
        ("$next", line.NextSeq),
        ("$notbefore", line.NotBefore),
        ("$head", line.HeadId),
        ("$claimable", line.ClaimableAt)).ExecuteNonQuery();

    public IReadOnlyList<CardLine> ListClaimable(DateTimeOffset now, int max) => ListLines(statements.Get(
        SqliteSql.Claimable, ("$now", now), ("$paused", (int)JobState.Paused), ("$max", max)));

    public IReadOnlyList<CardLine> ListLaterThan(DateTimeOffset moment) =>
        ListLines(statements.Get(SelectLine + "where claimable_at > $moment", ("$moment", moment)));

    public DateTimeOffset? NextDueAt()
    {
        using var reader = statements.Get(SqliteSql.NextDue, ("$paused", (int)JobState.Paused)).ExecuteReader();
        return reader.Read() ? reader.Time(0) : null;
    }

    public IReadOnlyList<TailPosition> ListTails(DateTimeOffset verifySince, DateTimeOffset lostSince)
    {
        using var reader = statements.Get(SqliteSql.Tails, ("$since", verifySince), ("$lost", lostSince)).ExecuteReader();
        var tails = new List<TailPosition>();
        while (reader.Read())
        {
            tails.Add(new(reader.GetString(0), reader.Time(1), reader.Time(2)!.Value, reader.GetInt64(3) != 0));
        }

        return tails;
    }

    public void SaveTail(string campaign, DateTimeOffset readUntil) => statements.Get(
        "insert into voucherify_queue_tail_position values ($campaign, $until) on conflict (campaign) do update set read_until = $until",
        ("$campaign", campaign),
        ("$until", readUntil)).ExecuteNonQuery();

    public StoredJob? GetJob(string jobId)
    {
        using var reader = statements
            .Get("select state, total, hash, created_at from voucherify_queue_jobs where job_id = $job", ("$job", jobId))
            .ExecuteReader();
        return !reader.Read() ? null : new StoredJob
        {
            JobId = jobId,
            State = (JobState)reader.GetInt32(0),
            Total = reader.GetInt64(1),
            Hash = reader.Text(2),
            CreatedAt = reader.Time(3)!.Value,
        };
    }

    public void Save(StoredJob job) => statements.Get(
        "insert into voucherify_queue_jobs values ($job, $state, $total, $hash, $created) on conflict (job_id) do update set "
            + "state = $state, total = $total, hash = $hash",
        ("$job", job.JobId),
        ("$state", (int)job.State),
        ("$total", job.Total),
        ("$hash", job.Hash),
        ("$created", job.CreatedAt)).ExecuteNonQuery();

    public IReadOnlyDictionary<AdjustmentState, long> Count(string? jobId)
    {
        var command = jobId is null
            ? statements.Get("select state, count(*) from voucherify_queue_adjustment group by state")
            : statements.Get("select state, count(*) from voucherify_queue_adjustment where job = $job group by state", ("$job", jobId));
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<AdjustmentState, long>();
        while (reader.Read())
        {
            counts.Add((AdjustmentState)reader.GetInt32(0), reader.GetInt64(1));
        }

        return counts;
    }

    public (long Verified, long Sends) CountJob(string jobId)
    {
        using var reader = statements
            .Get("select count(seen_at), coalesce(sum(send_no), 0) from voucherify_queue_adjustment where job = $job", ("$job", jobId))
            .ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : default;
    }

    public DateTimeOffset? OldestIn(AdjustmentState state)
    {
        using var reader = statements
            .Get(
                "select enqueued_at from voucherify_queue_adjustment where state = $state order by id limit 1", ("$state", (int)state))
            .ExecuteReader();
        return reader.Read() ? reader.Time(0) : null;
    }

    private static CardLine ReadLine(SqliteDataReader reader) => new(reader.GetString(0))
    {
        VoucherId = reader.Text(1),
        NextSeq = reader.GetInt64(2),
        NotBefore = reader.Time(3),
        HeadId = reader.Number(4),
        ClaimableAt = reader.Time(5),
    };

    private static List<CardLine> ListLines(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var lines = new List<CardLine>();
        while (reader.Read())
        {
            lines.Add(ReadLine(reader));
        }

        return lines;
    }

    private QueueState ReadState()
    {
        using var reader = statements.Get(
            "select store_id, epoch, beat, is_restored, next_call_at, calls_in_cycle, cycle_ends_at, pause_kind, pause_message, pause_key, "
                + "pause_status, pause_request, paused_at, probe_at, lost_since, last_claim_at "
                + "from voucherify_queue_store").ExecuteReader();
        return !reader.Read() ? throw new AdjustmentStoreException("The store has lost its state.") : new QueueState
        {
            StoreId = reader.GetString(0),
            Epoch = reader.GetInt64(1),
            Beat = reader.GetInt64(2),
            IsRestored = reader.GetInt64(3) != 0,
            NextCallAt = reader.Time(4),
            CallsInCycle = reader.GetInt64(5),
            CycleEndsAt = reader.Time(6),
            Pause = reader.Error(7),
            PausedAt = reader.Time(12),
            ProbeAt = reader.Time(13),
            LostSince = reader.Time(14),
            LastClaimAt = reader.Time(15),
        };
    }

    private void SaveState(QueueState state)
    {
        var command = statements.Get(
            SqliteSql.SaveState,
            ("$epoch", state.Epoch),
            ("$beat", state.Beat),
            ("$restored", state.IsRestored ? 1 : 0),
            ("$nextcall", state.NextCallAt),
            ("$calls", state.CallsInCycle),
            ("$cycle", state.CycleEndsAt),
            ("$paused", state.PausedAt),
            ("$probe", state.ProbeAt),
            ("$lost", state.LostSince),
            ("$claimed", state.LastClaimAt));
        command.SetError(state.Pause);
        command.ExecuteNonQuery();
    }
}
