using Npgsql;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>The schema and its versions. All names begin alike, because the database may be that of the program.</summary>
internal static class PostgreSqlSchema
{
    /// <summary>Of all processes, one migrates at a time.</summary>
    private const string Lock = "select pg_advisory_xact_lock(7092041150)";

    /// <summary>Reads the table of tables: functions such as to_regclass may remember that there was no such table.</summary>
    private const string HasTable =
        "select exists (select 1 from pg_class where relname = 'voucherify_queue_store' and pg_table_is_visible(oid))";

    private static readonly SqlMigrations Migrations = new(
        """
        create table voucherify_queue_store (
          id bigint primary key check (id = 1), store_id text not null, schema_version bigint not null,
          epoch bigint not null, beat bigint not null, is_restored bigint not null,
          next_call_at timestamptz, calls_in_cycle bigint not null, cycle_ends_at timestamptz,
          pause_kind text, pause_message text, pause_key text, pause_status bigint, pause_request text,
          paused_at timestamptz, probe_at timestamptz, comparer text, compares_until timestamptz,
          lost_since timestamptz, last_claim_at timestamptz, system_id text, timeline text) with (fillfactor = 50);
        create table voucherify_queue_adjustment (
          id bigint generated always as identity (cache 1) primary key,
          version bigint not null, line text not null, card text not null,
          source_id text not null, points bigint not null, reason text, member text not null,
          campaign text, program text, expiration_type text, expiration_date text,
          job text, traceparent text, enqueued_at timestamptz not null,
          seq bigint not null, state bigint not null, send_no bigint not null, owner text,
          claimed_at timestamptz, first_sent_at timestamptz, last_sent_at timestamptz, settles_at timestamptz, not_before timestamptz,
          next_look_at timestamptz, looks bigint not null, tx_id text, seen_at timestamptz, balance bigint,
          error_kind text, error_message text, error_key text, error_status bigint, error_request text,
          unique (card, source_id)) with (fillfactor = 80);
        create index voucherify_queue_new on voucherify_queue_adjustment (id) where state = 0;
        create index voucherify_queue_open on voucherify_queue_adjustment (line, seq) where state in (1, 2, 3, 4, 6);
        create index voucherify_queue_seq on voucherify_queue_adjustment (line, seq);
        create index voucherify_queue_sending on voucherify_queue_adjustment (claimed_at) where state = 2;
        create index voucherify_queue_look on voucherify_queue_adjustment (next_look_at) where next_look_at is not null;
        create index voucherify_queue_source on voucherify_queue_adjustment (source_id) where version = 1;
        create index voucherify_queue_job on voucherify_queue_adjustment (job, state) where job is not null;
        create index voucherify_queue_job_line on voucherify_queue_adjustment (job, line, seq) where job is not null;
        create index voucherify_queue_state on voucherify_queue_adjustment (state, id);
        create index voucherify_queue_tail on voucherify_queue_adjustment (campaign, state, first_sent_at)
          where campaign is not null and (state in (2, 3) or (state = 5 and seen_at is null));
        create table voucherify_queue_line (
          key text primary key, voucher_id text, next_seq bigint not null, not_before timestamptz, head_id bigint,
          claimable_at timestamptz) with (fillfactor = 80);
        create index voucherify_queue_voucher on voucherify_queue_line (voucher_id) where voucher_id is not null;
        create index voucherify_queue_claimable on voucherify_queue_line (claimable_at) where claimable_at is not null;
        create table voucherify_queue_tail_position (
          campaign text primary key, read_until timestamptz, read_at timestamptz not null, is_short bigint not null, owner text,
          leased_until timestamptz);
        create table voucherify_queue_worker (owner text primary key, seen_at timestamptz not null, is_refused bigint not null);
        create table voucherify_queue_jobs (
          job_id text primary key, state bigint not null, total bigint not null, hash text, created_at timestamptz not null);
        """);

    /// <inheritdoc cref="SqlMigrations.Script" />
    public static string Script => Migrations.Script;

    /// <summary>Creates the schema, or migrates it, in one transaction.</summary>
    /// <exception cref="AdjustmentStoreException">The database has a newer schema.</exception>
    public static async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (Migrations.IsCurrent(await VersionAsync(connection, cancellationToken).ConfigureAwait(false)))
        {
            return;
        }

        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, Lock, cancellationToken).ConfigureAwait(false);

        // Another process may have done it meanwhile.
        for (var version = await VersionAsync(connection, cancellationToken).ConfigureAwait(false);
            !Migrations.IsCurrent(version);
            version++)
        {
            await ExecuteAsync(connection, Migrations.Next(version), cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the program may read which system the server is. By default everybody may.</summary>
    public static async Task<bool> MayReadSystemAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await ScalarAsync(connection, "select has_function_privilege('pg_control_system()', 'execute')", cancellationToken)
            .ConfigureAwait(false) is true;

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var hasTable = await ScalarAsync(connection, HasTable, cancellationToken).ConfigureAwait(false);
        return hasTable is true
            ? (int)(long)(await ScalarAsync(connection, "select schema_version from voucherify_queue_store", cancellationToken)
                .ConfigureAwait(false))!
            : 0;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
