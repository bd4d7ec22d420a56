namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The statements.</summary>
internal static class SqliteSql
{
    public const string Columns =
        "id, version, line, card, source_id, points, reason, member, campaign, program, expiration_type, expiration_date, job, "
        + "traceparent, enqueued_at, seq, state, send_no, owner, claimed_at, first_sent_at, last_sent_at, settles_at, not_before, "
        + "next_look_at, looks, "
        + "tx_id, seen_at, balance, error_kind, error_message, error_key, error_status, error_request";

    public const string Select = "select " + Columns + " from voucherify_queue_adjustment ";

    public const string Insert =
        "insert into voucherify_queue_adjustment (version, line, card, source_id, points, reason, member, campaign, program, "
        + "expiration_type, expiration_date, job, traceparent, enqueued_at, seq, state, send_no, looks) values ($version, $line, $card, "
        + "$source, $points, $reason, $member, $campaign, $program, $type, $date, $job, $trace, $enqueued, 0, 0, 0, 0) returning id";

    public const string Update =
        "update voucherify_queue_adjustment set seq = $seq, state = $state, send_no = $sendno, owner = $owner, claimed_at = $claimed, "
        + "first_sent_at = $first, last_sent_at = $last, settles_at = $settles, not_before = $notbefore, next_look_at = $nextlook, "
        + "looks = $looks, tx_id = $tx, seen_at = $seen, balance = $balance, error_kind = $ekind, error_message = $emessage, "
        + "error_key = $ekey, error_status = $estatus, error_request = $erequest where id = $id";

    public const string Tails =
        "select a.campaign, t.read_until, min(a.first_sent_at), max(a.state = 3 and a.last_sent_at >= $lost) "
        + "from voucherify_queue_adjustment a "
        + "left join voucherify_queue_tail_position t on t.campaign = a.campaign "
        + "where a.campaign is not null and a.first_sent_at is not null "
        + "and (a.state in (2, 3) or (a.state = 5 and a.seen_at is null)) and (a.state in (2, 3) or a.last_sent_at >= $since) "
        + "group by a.campaign";

    public const string Claimable =
        "select l.key, l.voucher_id, l.next_seq, l.not_before, l.head_id, l.claimable_at from voucherify_queue_line l "
        + "join voucherify_queue_adjustment a on a.id = l.head_id left join voucherify_queue_jobs j on j.job_id = a.job "
        + "where l.claimable_at <= $now and (j.state is null or j.state <> $paused) order by l.claimable_at, l.head_id limit $max";

    public const string Admissible =
        "where state = 0 and (job is null or not exists "
        + "(select 1 from voucherify_queue_jobs j where j.job_id = job and j.state = $submitting)) "
        + "order by id limit $max";

    public const string NextDue =
        "select min(at) from (select min(l.claimable_at) at from voucherify_queue_line l "
        + "join voucherify_queue_adjustment a on a.id = l.head_id left join voucherify_queue_jobs j on j.job_id = a.job "
        + "where l.claimable_at is not null and (j.state is null or j.state <> $paused) "
        + "union all select min(next_look_at) from voucherify_queue_adjustment where next_look_at is not null)";

    public const string SaveState =
        "update voucherify_queue_store set epoch = $epoch, beat = $beat, is_restored = $restored, next_call_at = $nextcall, "
        + "calls_in_cycle = $calls, cycle_ends_at = $cycle, pause_kind = $ekind, pause_message = $emessage, pause_key = $ekey, "
        + "pause_status = $estatus, pause_request = $erequest, paused_at = $paused, probe_at = $probe, "
        + "lost_since = $lost, last_claim_at = $claimed";
}
