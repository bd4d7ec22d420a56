using Microsoft.Data.Sqlite;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The prepared statements of a connection.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : SqlStatements, IDisposable
{
    private static readonly SqliteTimes Times = new();

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The transaction in which the statements run.</summary>
    public SqliteTransaction? Transaction { get; set; }

    public override void Execute(string sql, params (string Name, object? Value)[] values) => Get(sql, values).ExecuteNonQuery();

    public override IReadOnlyList<IReadOnlyList<T>> QueryEach<T>(
        string sql, IReadOnlyCollection<(string Name, object? Value)[]> values, Func<SqlRecord, T> read)
    {
        var results = new List<IReadOnlyList<T>>(values.Count);
        foreach (var set in values)
        {
            using var reader = Get(sql, set).ExecuteReader();
            var records = new List<T>();
            while (reader.Read())
            {
                records.Add(read(new SqlRecord(reader, Times)));
            }

            results.Add(records);
        }

        return results;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Get(string sql, (string Name, object? Value)[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        foreach (var (name, value) in values)
        {
            Set(command, name, value is DateTimeOffset time ? Times.ToValue(time) : value ?? DBNull.Value);
        }

        return command;
    }

    private static void Set(SqliteCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
        }
        else
        {
            command.Parameters.AddWithValue(name, value);
        }
    }
}
