using Npgsql;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>Runs statements on a connection. Writes wait for the next query or the end, so that they cost no round trip.</summary>
internal sealed class PostgreSqlStatements(NpgsqlConnection connection, NpgsqlTransaction? transaction) : SqlStatements
{
    private const int MostAtOnce = 500;

    private static readonly PostgreSqlTimes Times = new();

    private readonly List<NpgsqlBatchCommand> _writes = [];

    public override void Execute(string sql, params (string Name, object? Value)[] values)
    {
        _writes.Add(NewCommand(sql, values));
        if (_writes.Count >= MostAtOnce)
        {
            Flush();
        }
    }

    public override IReadOnlyList<IReadOnlyList<T>> QueryEach<T>(
        string sql, IReadOnlyCollection<(string Name, object? Value)[]> values, Func<SqlRecord, T> read)
    {
        var results = new List<IReadOnlyList<T>>(values.Count);
        foreach (var chunk in values.Chunk(MostAtOnce))
        {
            using var batch = NewBatch();
            foreach (var set in chunk)
            {
                batch.BatchCommands.Add(NewCommand(sql, set));
            }

            // The reader begins at the first statement that returns records, which is behind the writes.
            using var reader = batch.ExecuteReader();
            do
            {
                var records = new List<T>();
                while (reader.Read())
                {
                    records.Add(read(new SqlRecord(reader, Times)));
                }

                results.Add(records);
            }
            while (reader.NextResult());
        }

        return results;
    }

    /// <summary>Runs the writes that wait.</summary>
    public void Flush()
    {
        if (_writes.Count > 0)
        {
            using var batch = NewBatch();
            batch.ExecuteNonQuery();
        }
    }

    // With the writes that wait.
    private NpgsqlBatch NewBatch()
    {
        var batch = new NpgsqlBatch(connection, transaction);
        _writes.ForEach(batch.BatchCommands.Add);
        _writes.Clear();
        return batch;
    }

    private static NpgsqlBatchCommand NewCommand(string sql, (string Name, object? Value)[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.Add(new NpgsqlParameter(
                name, value is DateTimeOffset time ? Times.ToValue(time) : value ?? DBNull.Value));
        }

        return command;
    }
}
