namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>The statements, which every database of a store understands.</summary>
internal static class SqlTexts
{
    public const string Columns =
        "id, version, line, card, source_id, points, reason, member, campaign, program, expiration_type, expiration_date, job, "
        + "traceparent, enqueued_at, seq, state, send_no, owner, claimed_at, first_sent_at, last_sent_at, settles_at, not_before, "
        + "next_look_at, looks, "
        + "tx_id, seen_at, balance, error_kind, error_message, error_key, error_status, error_request";

    public const string Select = "select " + Columns + " from voucherify_queue_adjustment ";

    public const string Insert =
        "insert into voucherify_queue_adjustment (version, line, card, source_id, points, reason, member, campaign, program, "
        + "expiration_type, expiration_date, job, traceparent, enqueued_at, seq, state, send_no, owner, claimed_at, first_sent_at, "
        + "last_sent_at, settles_at, not_before, next_look_at, looks, tx_id, seen_at, balance, error_kind, error_message, error_key, "
        + "error_status, error_request) values (@version, @line, @card, @source, @points, @reason, @member, @campaign, @program, "
        + "@type, @date, @job, @trace, @enqueued, @seq, @state, @sendno, @owner, @claimed, @first, @last, @settles, @notbefore, "
        + "@nextlook, @looks, @tx, @seen, @balance, @ekind, @emessage, @ekey, @estatus, @erequest) "
        + "on conflict (card, source_id) do nothing returning id";

    public const string Update =
        "update voucherify_queue_adjustment set seq = @seq, state = @state, send_no = @sendno, owner = @owner, claimed_at = @claimed, "
        + "first_sent_at = @first, last_sent_at = @last, settles_at = @settles, not_before = @notbefore, next_look_at = @nextlook, "
        + "looks = @looks, tx_id = @tx, seen_at = @seen, balance = @balance, error_kind = @ekind, error_message = @emessage, "
        + "error_key = @ekey, error_status = @estatus, error_request = @erequest where id = @id";

    public const string SelectLine = "select key, voucher_id, next_seq, not_before, head_id, claimable_at from voucherify_queue_line ";

    public const string SaveLine =
        "insert into voucherify_queue_line (key, voucher_id, next_seq, not_before, head_id, claimable_at) "
        + "values (@key, @voucher, @next, @notbefore, @head, @claimable) on conflict (key) do update set "
        + "voucher_id = @voucher, next_seq = @next, not_before = @notbefore, head_id = @head, claimable_at = @claimable";

    public const string Tails =
        "select a.campaign, min(a.first_sent_at), "
        + "cast(max(case when a.state = 3 and a.last_sent_at >= @lost then 1 else 0 end) as bigint), " + TailColumns + " "
        + "from voucherify_queue_adjustment a "
        + "left join voucherify_queue_tail_position t on t.campaign = a.campaign "
        + "where a.campaign is not null and a.first_sent_at is not null "
        + "and (a.state in (2, 3) or (a.state = 5 and a.seen_at is null)) and (a.state in (2, 3) or a.last_sent_at >= @since) "
        + "group by a.campaign, " + TailColumns;

    public const string SelectTail = "select " + TailColumns + " from voucherify_queue_tail_position t where t.campaign = @campaign";

    public const string SaveTail =
        "insert into voucherify_queue_tail_position (campaign, read_until, read_at, is_short, owner, leased_until) "
        + "values (@campaign, @until, @at, @short, @owner, @leased) on conflict (campaign) do update set "
        + "read_until = @until, read_at = @at, is_short = @short, owner = @owner, leased_until = @leased";

    private const string TailColumns = "t.campaign, t.read_until, t.read_at, t.is_short, t.owner, t.leased_until";

    public const string Claimable =
        "select l.key, l.voucher_id, l.next_seq, l.not_before, l.head_id, l.claimable_at from voucherify_queue_line l "
        + "join voucherify_queue_adjustment a on a.id = l.head_id left join voucherify_queue_jobs j on j.job_id = a.job "
        + "where l.claimable_at <= @now and (j.state is null or j.state <> @paused) order by l.claimable_at, l.head_id limit @max";

    public const string Listed =
        "where version = 1 and card in (select key from voucherify_queue_line where voucher_id = @voucher) and source_id = @source";

    public const string OfJob = "where job = @job and (line, seq, id) > (@line, @seq, @id) order by line, seq, id limit @max";

    public const string CampaignsOfJob =
        "select distinct campaign from voucherify_queue_adjustment where job = @job and campaign is not null";

    public const string Admissible = WhereAdmissible + " order by id limit @max";

    // The same states twice, so that one index serves both.
    public const string FirstOpen = "where line = @line and state in (1, 2, 3, 4, 6) and state <> 6 order by seq limit 1";

    public const string FirstOpenOrDead = "where line = @line and state in (1, 2, 3, 4, 6) order by seq limit 1";

    public const string Due =
        "select cast(case when exists (select 1 from voucherify_queue_adjustment " + WhereAdmissible + ") then 1 else 0 end as bigint), "
        + "(select min(claimed_at) from voucherify_queue_adjustment where state = 2), "
        + "(select l.claimable_at from voucherify_queue_line l "
        + "join voucherify_queue_adjustment a on a.id = l.head_id left join voucherify_queue_jobs j on j.job_id = a.job "
        + "where l.claimable_at is not null and (j.state is null or j.state <> @paused) order by l.claimable_at limit 1), "
        + "(select min(next_look_at) from voucherify_queue_adjustment where next_look_at is not null), "
        + "next_call_at, cast(case when pause_kind is not null or is_restored <> 0 then 1 else 0 end as bigint) "
        + "from voucherify_queue_store";

    public const string SelectWorkers = "select owner, seen_at, is_refused from voucherify_queue_worker";

    public const string SaveWorker =
        "insert into voucherify_queue_worker (owner, seen_at, is_refused) values (@owner, @seen, @refused) "
        + "on conflict (owner) do update set seen_at = @seen, is_refused = @refused";

    public const string DeleteWorkers = "delete from voucherify_queue_worker where seen_at < @before";

    public const string SelectJob = "select state, total, hash, created_at from voucherify_queue_jobs where job_id = @job";

    public const string SaveJob =
        "insert into voucherify_queue_jobs (job_id, state, total, hash, created_at) values (@job, @state, @total, @hash, @created) "
        + "on conflict (job_id) do update set state = @state, total = @total, hash = @hash";

    public const string StateColumns =
        "store_id, epoch, beat, is_restored, next_call_at, calls_in_cycle, cycle_ends_at, pause_kind, pause_message, pause_key, "
        + "pause_status, pause_request, paused_at, probe_at, comparer, compares_until, lost_since, last_claim_at";

    /// <summary>How many those are.</summary>
    public const int StateColumnCount = 18;

    public const string SelectState = "select " + StateColumns + " from voucherify_queue_store";

    public const string SaveState =
        "update voucherify_queue_store set epoch = @epoch, beat = @beat, is_restored = @restored, next_call_at = @nextcall, "
        + "calls_in_cycle = @calls, cycle_ends_at = @cycle, pause_kind = @ekind, pause_message = @emessage, pause_key = @ekey, "
        + "pause_status = @estatus, pause_request = @erequest, paused_at = @paused, probe_at = @probe, "
        + "comparer = @comparer, compares_until = @compares, lost_since = @lost, last_claim_at = @claimed";

    private const string WhereAdmissible =
        "where state = 0 and (job is null or not exists "
        + "(select 1 from voucherify_queue_jobs j where j.job_id = job and j.state = @submitting))";
}
