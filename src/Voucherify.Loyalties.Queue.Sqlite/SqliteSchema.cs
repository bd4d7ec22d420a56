using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The schema and its versions. All names begin alike, because the database may be that of the program.</summary>
internal static class SqliteSchema
{
    private static readonly SqlMigrations Migrations = new(
        """
        create table voucherify_queue_store (
          id integer primary key check (id = 1), store_id text not null, schema_version integer not null,
          epoch integer not null, beat integer not null, is_restored integer not null,
          next_call_at integer, calls_in_cycle integer not null, cycle_ends_at integer,
          pause_kind text, pause_message text, pause_key text, pause_status integer, pause_request text,
          paused_at integer, probe_at integer);
        create table voucherify_queue_adjustment (
          id integer primary key autoincrement, version integer not null, line text not null, card text not null,
          source_id text not null, points integer not null, reason text, member text not null,
          campaign text, program text, expiration_type text, expiration_date text,
          job text, traceparent text, enqueued_at integer not null,
          seq integer not null, state integer not null, send_no integer not null, owner text,
          claimed_at integer, first_sent_at integer, last_sent_at integer, settles_at integer, not_before integer,
          next_look_at integer, looks integer not null, tx_id text, seen_at integer, balance integer,
          error_kind text, error_message text, error_key text, error_status integer, error_request text,
          unique (card, source_id));
        create index voucherify_queue_new on voucherify_queue_adjustment (id) where state = 0;
        create index voucherify_queue_open on voucherify_queue_adjustment (line, seq) where state in (1, 2, 3, 4, 6);
        create index voucherify_queue_seq on voucherify_queue_adjustment (line, seq);
        create index voucherify_queue_sending on voucherify_queue_adjustment (claimed_at) where state = 2;
        create index voucherify_queue_look on voucherify_queue_adjustment (next_look_at) where next_look_at is not null;
        create index voucherify_queue_source on voucherify_queue_adjustment (source_id) where version = 1;
        create index voucherify_queue_job on voucherify_queue_adjustment (job, state) where job is not null;
        create index voucherify_queue_state on voucherify_queue_adjustment (state, id);
        create index voucherify_queue_tail on voucherify_queue_adjustment (campaign, state, first_sent_at)
          where campaign is not null and (state in (2, 3) or (state = 5 and seen_at is null));
        create table voucherify_queue_line (
          key text primary key, voucher_id text, next_seq integer not null, not_before integer, head_id integer, claimable_at integer);
        create index voucherify_queue_claimable on voucherify_queue_line (claimable_at) where claimable_at is not null;
        create table voucherify_queue_tail_position (campaign text primary key, read_until integer not null);
        create table voucherify_queue_jobs (
          job_id text primary key, state integer not null, total integer not null, hash text, created_at integer not null);
        """,
        """
        alter table voucherify_queue_store add column lost_since integer;
        alter table voucherify_queue_store add column last_claim_at integer;
        alter table voucherify_queue_store add column comparer text;
        alter table voucherify_queue_store add column compares_until integer;
        drop table voucherify_queue_tail_position;
        create table voucherify_queue_tail_position (
          campaign text primary key, read_until integer, read_at integer not null, is_short integer not null, owner text,
          leased_until integer);
        create table voucherify_queue_worker (owner text primary key, seen_at integer not null, is_refused integer not null);
        create index voucherify_queue_job_line on voucherify_queue_adjustment (job, line, seq) where job is not null;
        create index voucherify_queue_voucher on voucherify_queue_line (voucher_id) where voucher_id is not null;
        """);

    /// <inheritdoc cref="SqlMigrations.Version" />
    public static int Version => Migrations.Version;

    /// <inheritdoc cref="SqlMigrations.Script" />
    public static string Script => Migrations.Script;

    /// <summary>Returns the version of a database; 0 if it has no queue.</summary>
    public static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where type = 'table' and name = 'voucherify_queue_store'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return 0;
        }

        command.CommandText = "select schema_version from voucherify_queue_store";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Creates the schema, or migrates it, in one transaction.</summary>
    /// <exception cref="AdjustmentStoreException">The database has a newer schema.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        if (!Migrations.IsCurrent(VersionOf(connection)))
        {
            MigrateTo(connection, Version);
        }
    }

    /// <summary>Migrates to a version, in one transaction.</summary>
    internal static void MigrateTo(SqliteConnection connection, int target)
    {
        // Another process may have done it meanwhile.
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = VersionOf(connection); version < target; version++)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Migrations.Next(version);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
