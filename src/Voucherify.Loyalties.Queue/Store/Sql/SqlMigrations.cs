namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>The versions of a schema. Each migration leads to the next one; version 0 is a database without a queue.</summary>
internal sealed class SqlMigrations(params string[] migrations)
{
    /// <summary>The version that this code needs.</summary>
    public int Version => migrations.Length;

    /// <summary>The script that an administrator runs if the program may not change the schema.</summary>
    public string Script => string.Join('\n', migrations) + '\n' + Seed(Version) + '\n';

    /// <summary>The statements that lead from a version to the next one.</summary>
    public string Next(int version) => migrations[version]
        + (version == 0 ? Seed(1) : $"update voucherify_queue_store set schema_version = {version + 1};");

    /// <summary>Whether a database has the version that this code needs.</summary>
    /// <exception cref="AdjustmentStoreException">It has a newer one.</exception>
    public bool IsCurrent(int version) => version <= Version
        ? version == Version
        : throw new AdjustmentStoreException(
            $"The store has the schema {version}, and this program knows only {Version}: use a newer package.");

    private static string Seed(int version) =>
        "insert into voucherify_queue_store (id, store_id, schema_version, epoch, beat, is_restored, calls_in_cycle) "
            + $"values (1, '{Guid.NewGuid():N}', {version}, 1, 0, 0, 0);";
}
